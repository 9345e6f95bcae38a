import { useCallback, useEffect, useRef, useState } from 'react';
import type { Section } from './contracts.ts';

type Read = { sections: readonly Section[]; seconds: number };
const NOTHING: Read = { sections: [], seconds: 0 };
const placeOf = (textHash: string): string => `tally.read:${textHash}`;
const readSoFar = (textHash: string): Read => JSON.parse(sessionStorage.getItem(placeOf(textHash)) ?? JSON.stringify(NOTHING)) as Read;

/** What of this text has been on the screen, and for how long it was looked at: over both of its pages, also after a reload. Another text starts anew. */
export function useReading(textHash: string): Read & { seen: (section: Section) => void } {
  const [read, setRead] = useState<Read>(() => readSoFar(textHash));
  const change = useCallback(
    (how: (before: Read) => Read): void =>
      setRead(() => {
        const next = how(readSoFar(textHash));
        sessionStorage.setItem(placeOf(textHash), JSON.stringify(next));
        return next;
      }),
    [textHash],
  );
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && change((r) => ({ ...r, seconds: r.seconds + 1 })), 1000);
    return () => clearInterval(timer);
  }, [change]);
  const seen = useCallback(
    (section: Section) => change((r) => (r.sections.includes(section) ? r : { ...r, sections: [...r.sections, section] })),
    [change],
  );
  return { ...read, seen };
}

/** An element whose coming into view says that the section above it was read to its end. */
export function useEndOf(section: Section, seen: (section: Section) => void) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What a flick of the thumb carried past the top was on the screen too.
    const watch = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && seen(section), {
      rootMargin: '100000px 0px 0px 0px',
    });
    if (end.current) watch.observe(end.current);
    return () => watch.disconnect();
  }, [section, seen]);
  return end;
}
