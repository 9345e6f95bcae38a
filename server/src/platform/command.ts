import type { CustomerId } from '@tallystick/kernel';
import type { z } from 'zod';
import type { Role } from './actor.ts';
import type { Ctx } from './context.ts';

/** What a list or reading answers when it is a file. */
export type Download = { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string };

type Shared<I extends z.ZodObject> = {
  /** "module.verb_object": also the permission that the roles in `allow` have by default. */
  readonly name: `${string}.${string}`;
  /** One line for the API document, zh / en. */
  readonly says: { readonly zh: string; readonly en: string };
  /** Default roles; the bank's dated grants may take staff roles away or add them. PUBLIC needs no sign-in. */
  readonly allow: readonly Role[];
  readonly input: I;
  /** Whose record it is. Default: `input.customerId` if there is one, else the house. */
  readonly customer?: (input: z.output<I>) => CustomerId;
  /** Asks for a second factor within the last ten minutes (staff only). */
  readonly stepUp?: boolean;
};

/** A write: parsed, authorised, run once per idempotency key, audited, retried on deadlock; `dryRun` rolls back. */
export type Command<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = Shared<I> & {
  readonly kind: 'command';
  readonly output: O;
  /** Stored as a request and run by a second person. A function decides by input (e.g. above an amount). */
  readonly dual?: boolean | ((ctx: Ctx, input: z.output<I>) => boolean | Promise<boolean>);
  /** Sign-in and outside callbacks carry no key: they bring their own single-use token. */
  readonly keyless?: boolean;
  /** Called back by a machine that signs the bytes it sends: its input is `{ timestamp, nonce, signature, body }` from headers and raw text. */
  readonly signed?: boolean;
  /** Takes a file as its body: largest size in bytes. */
  readonly uploadLimit?: number;
  run(ctx: Ctx, input: z.output<I>): Promise<z.output<O>>;
};
/** A reading, in a transaction of its own. `audited` writes a row too: unmasking, exports. */
export type Query<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = Shared<I> & {
  readonly kind: 'query';
  readonly output: O;
  readonly audited?: boolean;
  run(ctx: Ctx, input: z.output<I>): Promise<z.output<O>>;
};
/** A reading that answers a file. Always audited. */
export type FileQuery<I extends z.ZodObject = z.ZodObject> = Shared<I> & {
  readonly kind: 'file';
  run(ctx: Ctx, input: z.output<I>): Promise<Download>;
};
// biome-ignore lint/suspicious/noExplicitAny: an operation in a list has lost its own shapes; the runtime parses before it runs.
export type Operation = Command<any, any> | Query<any, any> | FileQuery<any>;

export const command = <I extends z.ZodObject, O extends z.ZodType>(def: Omit<Command<I, O>, 'kind'>): Command<I, O> => ({ kind: 'command', ...def });
export const query = <I extends z.ZodObject, O extends z.ZodType>(def: Omit<Query<I, O>, 'kind'>): Query<I, O> => ({ kind: 'query', ...def });
export const fileQuery = <I extends z.ZodObject>(def: Omit<FileQuery<I>, 'kind'>): FileQuery<I> => ({ kind: 'file', ...def });

/** One address of the API. Path parameters (`:customerId`) are fields of the operation's input; the rest is query string or body. */
export type Route = { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string; readonly operation: Operation };
export const get = (path: string, operation: Operation): Route => ({ method: 'GET', path, operation });
export const post = (path: string, operation: Operation): Route => ({ method: 'POST', path, operation });
export const put = (path: string, operation: Operation): Route => ({ method: 'PUT', path, operation });
export const del = (path: string, operation: Operation): Route => ({ method: 'DELETE', path, operation });
