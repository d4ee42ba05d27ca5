/** Resolves when an element comes near the viewport, so that what it needs is loaded only by those who get there. */
export function whenNear(element: Element, marginPixels: number): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: `${marginPixels}px` },
    );
    observer.observe(element);
  });
}
