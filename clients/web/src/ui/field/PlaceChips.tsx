import { useState } from 'preact/hooks';
import { type PlaceKind, placeKinds } from '../../state/select/places.ts';
import { useWorld } from '../context.ts';
import { Press } from '../parts/Press.tsx';
import { text } from '../words/language.ts';

/** More of a kind than these are folded behind its name: they would push everything else away. */
const SPREAD = 4;

interface ChipsProps {
  value: string | null;
  onPick: (place: string | null) => void;
}

/** Where: all places of the venue, kind by kind; tapped again it is none. */
export function PlaceChips(props: ChipsProps) {
  const world = useWorld();
  return (
    <>
      {placeKinds(world).map((one) => (
        <Kind key={one.kind} one={one} {...props} />
      ))}
    </>
  );
}

function Kind({ one, value, onPick }: ChipsProps & { one: PlaceKind }) {
  const [open, setOpen] = useState(one.all.length <= SPREAD || one.all.some((place) => place.id === value));
  if (!open)
    return (
      <div class="wrapbtns pad">
        <Press class="btn" id={`kind-${one.kind}`} onPress={() => setOpen(true)}>
          {text(one.name)}
        </Press>
      </div>
    );
  return (
    <div class="wrapbtns pad">
      {one.all.map((place) => (
        <Press
          key={place.id}
          class={`btn ${place.id === value ? 'sel' : ''}`}
          id={`place-${place.id}`}
          pressed={place.id === value}
          onPress={() => onPick(place.id === value ? null : place.id)}
        >
          {text(place.name)}
        </Press>
      ))}
    </div>
  );
}
