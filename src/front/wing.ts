import type { House, Kernel } from '../kernel/wing.ts';
import type { BelowRooms, Rooms } from '../rooms/wing.ts';
import { deskFeature } from './desk/desk-wiring.ts';
import { homeFeature } from './home/home-wiring.ts';
import { startFeature } from './start/start-wiring.ts';

type BelowFront = BelowRooms & { rooms: Rooms; house: House };

/** Where people begin: they see what all the house below has for them. */
export function frontWing(kernel: Kernel, below: BelowFront) {
  const { ground, register, rooms, house } = below;
  const { desk, contribution: ofDesk } = deskFeature(kernel, below);
  const { contribution: ofHome, ...home } = homeFeature(kernel, {
    ground,
    assets: register.assets,
    spaces: rooms.spaces,
    house: [...house, ofDesk],
  });
  const { contribution: ofStart } = startFeature({ ground, assets: register.assets });
  const front: House = [ofHome, ofDesk, ofStart];
  return { desk, ...home, house: front };
}
