import { labelColon, told } from '@tallystick/ui';
import { outcomeUnknown, type RefusalBody, RefusalError } from '@tallystick/ui/client';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { Alert, App as AntApp, type FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText, refusalOf } from './api.ts';
import { stepUp } from './shell/step-up.tsx';

type KeyHeader = { header: { 'Idempotency-Key': string } };
type Answered<O> = { data?: O | undefined; response: Response };
type Options<I, O> = {
  /** Sends the write. `keyed` belongs into its `params`. */
  readonly run: (input: I, keyed: KeyHeader) => Promise<Answered<O>>;
  /** Said when it is done. */
  readonly done?: string;
  /** Questions whose answers are no longer right; left out: all of them. */
  readonly refresh?: readonly QueryKey[];
  readonly form?: FormInstance;
  readonly onDone?: (output: O) => void;
  /** A second person has to approve; left out: as when done, without an output. */
  readonly onRequested?: () => void;
};
export type Act<I> = { act(input: I): Promise<boolean>; readonly busy: boolean; readonly refusal: RefusalBody | undefined; clear(): void };

/** Places each refused field's words at the field; "a.0.b" is the field ['a', 0, 'b']. Answers what could not be placed. */
function placeFaults(form: FormInstance | undefined, body: RefusalBody): RefusalBody {
  const faults = body.faults.length > 0 ? body.faults : body.field ? [{ field: body.field, zh: body.zh, en: body.en }] : [];
  const known = new Set(Object.keys(form?.getFieldsValue() ?? {}));
  const fields = faults
    .map((f) => ({ name: f.field.split('.').map((p) => (/^\d+$/.test(p) ? Number(p) : p)), errors: [told(f)] }))
    .filter((f) => known.has(String(f.name[0])));
  form?.setFields(fields);
  const first = fields[0];
  if (first) form?.scrollToField(first.name, { block: 'center' });
  return { ...body, faults: body.faults.filter((f) => !known.has(f.field.split('.')[0] ?? '')) };
}

/**
 * One write of a page. The idempotency key stays the same while the outcome of the same content is unknown, so a repeated click after a lost
 * connection does nothing twice. Asks for the second factor when the API wants it, tells that a second person has to approve, and places
 * refusals at their fields.
 */
export function useAct<I, O>(options: Options<I, O>): Act<I> {
  const { t } = useTranslation();
  const { message, notification } = AntApp.useApp();
  const queries = useQueryClient();
  const attempt = useRef<{ content: string; key: string } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalBody>();

  const send = async (input: I): Promise<Answered<O>> => {
    const content = JSON.stringify(input) ?? '';
    if (attempt.current?.content !== content) attempt.current = { content, key: crypto.randomUUID() };
    try {
      return await options.run(input, { header: { 'Idempotency-Key': attempt.current.key } });
    } catch (error) {
      const asked = refusalOf(error)?.code === 'platform.step_up_needed' && (await stepUp());
      if (!asked) throw error;
      return await options.run(input, { header: { 'Idempotency-Key': attempt.current.key } });
    }
  };

  const act = async (input: I): Promise<boolean> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = await send(input);
      attempt.current = undefined;
      for (const queryKey of options.refresh ?? [[]]) void queries.invalidateQueries({ queryKey });
      if (answer.response.status === 202) {
        notification.info({ title: t('act.requested'), description: t('act.requestedSays'), placement: 'bottomRight' });
        (options.onRequested ?? (options.onDone as (() => void) | undefined))?.();
      } else {
        if (options.done) void message.success(options.done);
        options.onDone?.(answer.data as O);
      }
      return true;
    } catch (error) {
      if (!outcomeUnknown(error)) attempt.current = undefined;
      if (error instanceof RefusalError && error.status === 401) void queries.invalidateQueries({ queryKey: ['me'] });
      const body = refusalOf(error) ?? { code: 'bug', zh: errorText(error), en: errorText(error), facts: {}, faults: [] };
      setRefusal(placeFaults(options.form, body));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, refusal, clear: () => setRefusal(undefined) };
}

/** The refusal of a write, above its button: what happened and what to do. */
export function RefusalNote({ refusal }: { refusal: RefusalBody | undefined }) {
  const { t } = useTranslation();
  if (!refusal) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBlock: 8 }}
      title={told(refusal)}
      description={
        refusal.faults.length > 0 || refusal.requestId ? (
          <>
            {refusal.faults.map((f) => (
              <div key={`${f.field}:${f.code}`}>
                {t(`fields.${f.field.replace(/\.\d+/g, '')}`, { defaultValue: f.field })}
                {labelColon()}
                {told(f)}
              </div>
            ))}
            {refusal.code === 'bug' && refusal.requestId ? <div className="muted">{t('act.request', { id: refusal.requestId })}</div> : null}
          </>
        ) : undefined
      }
    />
  );
}
