import { Icon, type IconName } from './Icon.tsx';
import { Press } from './Press.tsx';

interface FloorProps {
  words: string;
  /** Who will hear it; when it is off: why. */
  small?: string | undefined;
  off?: boolean;
  /** `tall` for a call, `tel` for a telephone number, `plain` where no line ends in it. */
  look?: 'tall' | 'tel' | 'plain' | undefined;
  icon?: IconName;
  /** Where the line comes down (%), on a tablet with areas beside each other. */
  under?: number | undefined;
  once?: string;
  focus?: boolean;
  href?: string | undefined;
  onPress?: () => void;
}

/** The one primary action of a screen: the next station of the line. Always in the same place, always a verb. */
export function Floor(props: FloorProps) {
  const look = { tall: 'tall plain', tel: 'tel', plain: 'plain' };
  const name = `floor ${props.look ? look[props.look] : ''}`;
  const style =
    props.under === undefined
      ? undefined
      : { '--line-x': `calc(${props.under}% + 44px)`, '--text-x': `calc(${props.under}% + 74px)` };
  const inside = (
    <>
      {props.icon && <Icon name={props.icon} />}
      {props.words}
      {props.small && <small>{props.small}</small>}
    </>
  );
  if (props.href)
    return (
      <a class={name} href={props.href} data-id="floor">
        {inside}
      </a>
    );
  return (
    <Press
      class={name}
      id="floor"
      disabled={props.off}
      once={props.once ?? 'floor'}
      style={style}
      focus={props.focus ?? false}
      onPress={props.onPress}
    >
      {inside}
    </Press>
  );
}
