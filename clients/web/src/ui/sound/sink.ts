import { lengthOf, type Note, TONES, type Tone, vibrationOf } from './tones.ts';

/** How something was brought to a person: what the hub is told as `heard`. */
export type Heard = 'voice' | 'tone' | 'screen';

/** Where sounds go. */
export interface Sink {
  /** Must be called inside a tap: phones give voice and audio only after one. Answers whether there is sound at all. */
  prime(): boolean;
  /** Tone, then words. Answers how it was brought; `screen` when nothing could be played. */
  play(tone: Tone, words: string | null, language: string): Promise<Heard>;
  /** Ends what is being said: somebody answered. */
  hush(): void;
  canSpeak(language: string): boolean;
  canVibrate(): boolean;
}

/** Soft enough not to hurt in an earpiece; the phone's own volume does the rest. */
const LOUDNESS = 0.35;
/** Against the click of a note that begins at full strength (s). */
const RAMP = 0.012;
/** A voice that has not ended by then never will. */
const SPEECH_GIVES_UP_MS = 15_000;

export function browserSink(): Sink {
  let audio: AudioContext | null = null;

  const playTone = async (tone: Tone): Promise<boolean> => {
    navigator.vibrate?.([...vibrationOf(tone)]);
    if (audio?.state !== 'running') return false;
    for (const note of TONES[tone]) sound(audio, note);
    await new Promise((resolve) => setTimeout(resolve, lengthOf(tone) * 1000));
    return true;
  };

  return {
    prime() {
      audio ??= typeof AudioContext === 'undefined' ? null : new AudioContext();
      void audio?.resume();
      const synthesis = globalThis.speechSynthesis;
      if (synthesis) synthesis.speak(new SpeechSynthesisUtterance(''));
      return audio !== null;
    },
    async play(tone, words, language) {
      const toned = await playTone(tone);
      if (words && (await speak(words, language))) return 'voice';
      return toned ? 'tone' : 'screen';
    },
    hush() {
      globalThis.speechSynthesis?.cancel();
    },
    canSpeak: (language) => voiceFor(language) !== null,
    canVibrate: () => typeof navigator.vibrate === 'function' && navigator.maxTouchPoints > 0,
  };
}

function sound(audio: AudioContext, note: Note): void {
  const start = audio.currentTime + note.at;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = note.hertz;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + RAMP);
  gain.gain.setValueAtTime(LOUDNESS, start + note.for - RAMP);
  gain.gain.linearRampToValueAtTime(0, start + note.for);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + note.for);
}

function voiceFor(language: string): SpeechSynthesisVoice | null {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const short = language.slice(0, 2);
  return voices.find((one) => one.lang === language) ?? voices.find((one) => one.lang.startsWith(short)) ?? null;
}

function speak(words: string, language: string): Promise<boolean> {
  const voice = voiceFor(language);
  if (!voice) return Promise.resolve(false);
  return new Promise((resolve) => {
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.lang = voice.lang;
    const late = setTimeout(() => resolve(false), SPEECH_GIVES_UP_MS);
    const end = (well: boolean) => () => {
      clearTimeout(late);
      resolve(well);
    };
    said.onend = end(true);
    said.onerror = end(false);
    globalThis.speechSynthesis.speak(said);
  });
}
