import { outcomeUnknown, type RefusalBody, RefusalError } from '@tallystick/ui/client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, attemptKey, refusalOf } from './api.ts';

type Keyed = { readonly header: { readonly 'Idempotency-Key': string } };
export type Act<I, O> = { act(input: I): Promise<O | undefined>; readonly busy: boolean; readonly refusal: RefusalBody | undefined; clear(): void };

/**
 * One write of a screen. `name` says what is attempted, on which record; the key belongs to name and content (see attemptKey) and goes out with
 * `keyed`. Answers undefined when it was refused; the refusal is then there to show. All questions are asked anew afterwards.
 */
export function useAct<I, O>(name: string, run: (input: I, keyed: Keyed) => Promise<{ data?: O | undefined }>): Act<I, O> {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalBody>();
  const act = async (input: I): Promise<O | undefined> => {
    setBusy(true);
    setRefusal(undefined);
    const attempt = await attemptKey(name, input);
    try {
      const output = answered(await run(input, { header: { 'Idempotency-Key': attempt.key } }));
      attempt.done();
      await queries.cancelQueries(); // An answer that set out before this write would come as if it were new.
      await queries.invalidateQueries();
      return output;
    } catch (error) {
      if (!outcomeUnknown(error)) attempt.done();
      if (error instanceof RefusalError && error.status === 401) void queries.invalidateQueries({ queryKey: ['session'] });
      setRefusal(refusalOf(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, refusal, clear: () => setRefusal(undefined) };
}
