import type { RefusalBody } from '@tallystick/ui/client';
import { told } from '@tallystick/ui';
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

/** What the server said about one field, in the reader's language. */
export const faultOf = (refusal: RefusalBody | undefined, field: string): string | undefined => {
  const fault = refusal?.faults.find((f) => f.field === field);
  return fault ? told(fault) : refusal?.field === field ? told(refusal) : undefined;
};

type FieldProps = { label: string; help?: ReactNode; fault?: string | undefined };
/** One question: label above, help under, the refusal at the field. */
export function Field({ label, help, fault, ...input }: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={fault !== undefined} aria-describedby={`${id}-help ${id}-fault`} {...input} />
      {help ? <div className="help" id={`${id}-help`}>{help}</div> : null}
      <div className="fault" id={`${id}-fault`} role="alert">{fault}</div>
    </div>
  );
}

/** Choices as large targets; one of them, or several with `many`. */
export function Choices({ legend, name, options, value, onChange, many = false }: { legend: string; name: string; options: readonly { value: string; label: ReactNode; help?: ReactNode }[]; value: readonly string[]; onChange: (value: string[]) => void; many?: boolean }) {
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '0 0 16px' }}>
      <legend style={{ fontWeight: 600, padding: 0, marginBottom: 4 }}>{legend}</legend>
      {options.map((o) => (
        <label className="choice" key={o.value}>
          <input type={many ? 'checkbox' : 'radio'} name={name} checked={value.includes(o.value)}
            onChange={(e) => onChange(many ? (e.target.checked ? [...value, o.value] : value.filter((v) => v !== o.value)) : [o.value])} />
          <span>{o.label}{o.help ? <span className="muted small" style={{ display: 'block' }}>{o.help}</span> : null}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The general part of a refusal, above the form. */
export const Refused = ({ refusal }: { refusal: RefusalBody | undefined }) => (refusal ? <div className="notice bad" role="alert">{told(refusal)}</div> : null);
