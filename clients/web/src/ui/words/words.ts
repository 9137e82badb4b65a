import { speaker } from './language.ts';
import { arrival } from './pages/arrival.ts';
import { calls } from './pages/calls.ts';
import { duty } from './pages/duty.ts';
import { frame } from './pages/frame.ts';
import { guests } from './pages/guests.ts';

/** Every word of phones and tablets, Chinese first. What belongs to a procedure or a venue comes from the hub. */
export const pages = [frame, duty, arrival, guests, calls] as const;

export const table = { ...frame, ...duty, ...arrival, ...guests, ...calls };

export type Word = keyof typeof table;

export const say = speaker(table);
