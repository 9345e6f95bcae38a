type Bar = { readonly label: string; readonly value: number | null; readonly of: number; readonly shown: string; readonly note?: string };

/** Figures with a bar each: the length repeats what the words say. */
export const Bars = ({ items }: { items: readonly Bar[] }) => (
  <ul className="bare">
    {items.map((b) => (
      <li key={b.label} className="bar">
        <span>{b.label}</span>
        <strong>{b.shown}</strong>
        <span className="track" aria-hidden="true">
          <span style={{ width: `${b.value === null || b.of === 0 ? 0 : (100 * b.value) / b.of}%` }} />
        </span>
        {b.note ? <span className="small muted">{b.note}</span> : null}
      </li>
    ))}
  </ul>
);
