/** What the button of a headset said. Long and triple presses are the phone's own; what comes through is tested. */
export type HeadsetPress = 'once' | 'twice' | 'back';

const listeners = new Set<(press: HeadsetPress) => void>();
let ready = false;

/** Called inside a tap: a phone gives its headset's button only to a page that plays something. */
export function primeHeadset(): void {
  const media = navigator.mediaSession;
  if (ready || !media || typeof AudioContext === 'undefined') return;
  ready = true;
  const audio = document.createElement('audio');
  audio.srcObject = new AudioContext().createMediaStreamDestination().stream;
  audio.loop = true;
  void audio.play().catch(() => {
    ready = false;
  });
  const tell = (press: HeadsetPress) => () => {
    void audio.play().catch(() => undefined);
    for (const listener of listeners) listener(press);
  };
  const handlers: [MediaSessionAction, HeadsetPress][] = [
    ['play', 'once'],
    ['pause', 'once'],
    ['nexttrack', 'twice'],
    ['previoustrack', 'back'],
  ];
  for (const [action, press] of handlers) media.setActionHandler(action, tell(press));
}

/** Answers how to stop. */
export function onHeadset(listener: (press: HeadsetPress) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
