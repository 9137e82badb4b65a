const LINES = {
  back: 'M15 4l-8 8 8 8',
  bot: 'M4 5h16v11H10l-4 4v-4H4z',
  check: 'M4 13l5 5L20 6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 3',
  cross: 'M5 5l14 14M19 5L5 19',
  del: 'M9 5h12v14H9l-6-7zM13 10l4 4m0-4l-4 4',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  hands: 'M7 21v-5l-3-4V6m3 6V3m3 8V2m3 9V4m0 8l4-3 2 1-4 7v4',
  head: 'M4 15v-3a8 8 0 0 1 16 0v3M4 14h3v6H5a1 1 0 0 1-1-1zM20 14h-3v6h2a1 1 0 0 0 1-1z',
  none: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M5.6 5.6l12.8 12.8',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c0-5 4-7 8-7s8 2 8 7',
  push: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  rain: 'M7 14a4 4 0 0 1 0-8 5 5 0 0 1 9.6 1A3.6 3.6 0 0 1 17 14zM8 17l-1 3M12 17l-1 3M16 17l-1 3',
  repeat: 'M4 9h13l-3-3M20 15H7l3 3',
  sound: 'M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a9 9 0 0 1 0 12',
  tel: 'M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.5L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z',
  umb: 'M3 12a9 9 0 0 1 18 0zM12 12v7a2 2 0 0 0 4 0M12 3V2',
  warn: 'M12 3L2 20h20zM12 10v5M12 17.5v.5',
} as const;

const FILLED = {
  action:
    'M3 2h18a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zm3 8.5v3h7.5L10.3 17l2.2 2 6.5-7-6.5-7-2.2 2 3.2 3.5z',
  emergency: 'M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4zM10.5 5v9h3V5zm0 11v3h3v-3z',
  information: 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22zm-1.5 5h3v3h-3zm0 5h3v7h-3z',
  urgent: 'M12 1.5 23.6 22H.4zm-1.4 7v7h2.8v-7zm0 8.5v2.8h2.8V17z',
} as const;

export type IconName = keyof typeof LINES | keyof typeof FILLED;

/** A sign beside its word. Never alone but for 返回 and 删除, which carry a label. */
export function Icon({ name }: { name: IconName }) {
  const filled = name in FILLED;
  const path = filled ? FILLED[name as keyof typeof FILLED] : LINES[name as keyof typeof LINES];
  return (
    <svg class={filled ? 'ic fill' : 'ic'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** The outline of a priority; a newer one than this page knows is a call. */
export function priorityIcon(kind: string): IconName {
  return kind === 'information' || kind === 'urgent' || kind === 'emergency' ? kind : 'action';
}
