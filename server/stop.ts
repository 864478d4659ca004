/**
 * Runs our own stop before Next's: last writes first, then the sockets. Next installed its signal handlers
 * before us, so they are put behind ours. A second signal does not start a second stop.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const others = process.listeners(signal);
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop()
        .catch((error: unknown) => {
          process.stderr.write(
            `Kroniek did not stop cleanly: ${error instanceof Error ? error.name : "error"}\n`,
          );
        })
        .finally(() => {
          if (others.length === 0) process.exit(0);
          for (const other of others) other(signal);
        });
    });
  }
}
