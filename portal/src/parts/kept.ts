import { useEffect, useState } from 'react';

/** State of a half-filled screen, kept in this tab: a reload, a lost connection or a phone call in between loses nothing. Not for identifiers. */
export function useKept<T>(name: string, initial: T): [T, (next: T) => void, () => void] {
  const place = `tally.kept:${name}`;
  const [value, setValue] = useState<T>(() => {
    const kept = sessionStorage.getItem(place);
    return kept === null ? initial : (JSON.parse(kept) as T);
  });
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (touched) sessionStorage.setItem(place, JSON.stringify(value));
  }, [place, touched, value]);
  const change = (next: T): void => {
    setTouched(true);
    setValue(next);
  };
  const forget = (): void => {
    setTouched(false);
    sessionStorage.removeItem(place);
  };
  return [value, change, forget];
}
