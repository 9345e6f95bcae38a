import pg from 'pg';
import type { Logger } from '../log.ts';

const AGAIN_MS = 500;

/** Hears what is told on a channel of the database until the answer is called; a connection that is lost is opened again. */
export async function listenOn(o: { connectionString: string; log: Logger }, channel: string, onNotice: () => void): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;
  let over = false;
  const open = async (): Promise<void> => {
    const made = new pg.Client({ connectionString: o.connectionString });
    client = made;
    made.on('notification', onNotice);
    made.on('error', (error) => o.log.warn({ code: (error as { code?: string }).code }, 'the listening connection was lost'));
    made.once('end', () => {
      if (!over) again = setTimeout(() => void open().catch(() => client?.end()), AGAIN_MS);
    });
    await made.connect();
    await made.query(`listen ${pg.escapeIdentifier(channel)}`);
    onNotice(); // Whatever was told meanwhile.
  };
  await open().catch((error: unknown) => {
    over = true;
    throw error;
  });
  return async () => {
    over = true;
    clearTimeout(again);
    await client?.end();
  };
}
