/** Keeps the screen on while somebody is on duty: a locked phone hears nothing. Answers how to stop. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  const ask = async () => {
    if (document.visibilityState !== 'visible' || !navigator.wakeLock) return;
    try {
      lock = await navigator.wakeLock.request('screen');
    } catch {
      // Low battery, or not allowed: the page says at the start of duty to keep the screen on.
    }
  };
  document.addEventListener('visibilitychange', ask);
  void ask();
  return () => {
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
