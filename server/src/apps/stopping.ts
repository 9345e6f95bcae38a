/** Runs `stop` once on Ctrl-C, on a polite kill, or when the parent that started us is gone (its message channel closes). */
export function whenStopping(stop: () => Promise<void>): void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    void stop().finally(() => process.exit(0));
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
  if (process.connected) process.on('disconnect', once);
}
/** Tells the parent, if there is one, that this process does its work now. */
export const tellReady = (): void => {
  process.send?.('ready');
};
