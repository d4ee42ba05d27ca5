/** A bookable room, hall, pitch or yard inside an asset; it may be part of another space. */
export type Space = {
  id: string;
  assetId: string;
  parentId: string | null;
  name: string;
  description: string | null;
  floor: string | null;
  /** Most people at once. */
  capacity: number | null;
  floorAreaM2: number | null;
};
