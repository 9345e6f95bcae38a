import { told } from '@tallystick/ui';
import type { RefusalBody } from '@tallystick/ui/client';
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useEffect, useId } from 'react';

/** What the server said about one field, in the reader's language. */
export const faultOf = (refusal: RefusalBody | undefined, field: string): string | undefined => {
  const fault = refusal?.faults.find((f) => f.field === field);
  return fault ? told(fault) : refusal?.field === field && refusal.faults.length === 0 ? told(refusal) : undefined;
};

type Around = { label: ReactNode; help?: ReactNode; fault?: string | undefined };
/** One question: label above, help under, the refusal at the field. */
function Labelled({
  label,
  help,
  fault,
  children,
}: Around & { children: (aria: { id: string; 'aria-invalid': boolean; 'aria-describedby': string }) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': `${id}-help ${id}-fault` })}
      <div className="help" id={`${id}-help`}>
        {help}
      </div>
      <div className="fault" id={`${id}-fault`} role="alert">
        {fault}
      </div>
    </div>
  );
}
export const Field = ({ label, help, fault, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) => (
  <Labelled label={label} help={help} fault={fault}>
    {(aria) => <input {...aria} {...input} />}
  </Labelled>
);
export const Area = ({ label, help, fault, ...input }: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) => (
  <Labelled label={label} help={help} fault={fault}>
    {(aria) => <textarea {...aria} {...input} />}
  </Labelled>
);
export const Select = ({
  label,
  help,
  fault,
  options,
  ...input
}: Around & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly (readonly [value: string, label: string])[] }) => (
  <Labelled label={label} help={help} fault={fault}>
    {(aria) => (
      <select {...aria} {...input}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);

export type Option = { value: string; label: ReactNode; help?: ReactNode };
/** Choices as large targets; one of them, or several with `many`. */
export function Choices(p: {
  legend: ReactNode;
  name: string;
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  many?: boolean;
  fault?: string | undefined;
}) {
  const { value, many = false } = p;
  return (
    <fieldset className="choices">
      <legend>{p.legend}</legend>
      {p.options.map((o) => (
        <label className="choice" key={o.value}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={p.name}
            checked={value.includes(o.value)}
            onChange={(e) => p.onChange(many ? (e.target.checked ? [...value, o.value] : value.filter((v) => v !== o.value)) : [o.value])}
          />
          <span>
            {o.label}
            {o.help ? <span className="muted small block">{o.help}</span> : null}
          </span>
        </label>
      ))}
      <div className="fault" role="alert">
        {p.fault}
      </div>
    </fieldset>
  );
}
/** One thing to agree to. */
export const Tick = (p: { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode; name: string }) => (
  <label className="choice">
    <input type="checkbox" name={p.name} checked={p.checked} onChange={(e) => p.onChange(e.target.checked)} />
    <span>{p.children}</span>
  </label>
);

/** The general part of a refusal, above the action; faults whose field has no place on this screen stand here too. */
export function Refused({ refusal, at = [] }: { refusal: RefusalBody | undefined; at?: readonly string[] }) {
  useEffect(() => {
    // What has to be put right takes the focus, so that it is seen and heard.
    if (refusal) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);
  if (refusal === undefined) return null;
  if (refusal.faults.length === 0 && refusal.field !== undefined && at.includes(refusal.field)) return null;
  const elsewhere = refusal.faults.filter((f) => !at.includes(f.field));
  return (
    <div className="notice bad" role="alert">
      {told(refusal)}
      {elsewhere.length > 0 ? (
        <ul className="plainly">
          {elsewhere.map((f) => (
            <li key={`${f.field}:${f.code}`}>{told(f)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
