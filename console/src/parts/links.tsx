import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type Place = { readonly to: string; readonly search: never };
/** An address of this console as the router takes it. */
export function placeOf(address: string): Place {
  const [to = '/', search = ''] = address.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(search)) as never };
}
/** Links that the server writes are addresses of this console, with or without its base; anything else is no link. */
const consolePlace = (link: string | null | undefined): Place | undefined =>
  link?.startsWith('/') ? placeOf(link.startsWith('/console/') ? link.slice('/console'.length) : link) : undefined;
/** Words that lead to where the server points, or just the words. */
export function ServerLink({ link, children }: { link: string | null | undefined; children: ReactNode }) {
  const place = consolePlace(link);
  return place ? <Link {...place}>{children}</Link> : <span>{children}</span>;
}
