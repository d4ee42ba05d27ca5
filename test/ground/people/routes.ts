import type { Express } from 'express';

type Handler = (req: unknown, res: { status(code: number): { json(body: object): void } }) => void;
type Layer = {
  route?: { path: string; methods: Record<string, boolean>; stack: { handle: Handler }[] };
  handle: { stack?: Layer[] };
  slash: boolean;
};
export type Route = {
  /** `POST /sign-in` */
  name: string;
  method: string;
  path: string;
  /** Puts an answer in the place of what the route does; whatever stands before it, guards above all, stays. */
  answerInstead(status: number): void;
};

/** Every route of the application as it really is, those of routers inside routers too. */
export function routesOf(app: Express): Route[] {
  return routesIn((app.router as unknown as { stack: Layer[] }).stack);
}

function routesIn(stack: Layer[]): Route[] {
  return stack.flatMap((layer) => {
    const inside = layer.handle.stack;
    if (inside && !layer.slash)
      throw new Error(
        'A router is not mounted at "/": its routes have addresses that this test does not see. Give each route its whole path.',
      );
    if (inside) return routesIn(inside);
    const { route } = layer;
    if (!route) return [];
    return Object.keys(route.methods)
      .filter((method) => route.methods[method])
      .map((method) => ({
        name: `${method.toUpperCase()} ${route.path}`,
        method,
        path: route.path,
        answerInstead(status: number) {
          const last = route.stack.at(-1);
          if (last) last.handle = (_req, res) => res.status(status).json({});
        },
      }));
  });
}
