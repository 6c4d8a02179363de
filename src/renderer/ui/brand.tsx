import { useText } from '../client/use-text.ts';
import './brand.css';

/** A watch ring with its hand at the hour of change. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" className="wk-mark" aria-hidden>
      <circle
        cx="12"
        cy="12"
        r="9.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeDasharray="46 14"
        strokeLinecap="round"
        transform="rotate(-62 12 12)"
      />
      <path
        d="M12 6.5V12l3.6 2.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Brand() {
  const t = useText();
  return (
    <span className="wk-brand">
      <BrandMark />
      <bdi>{t('app.name')}</bdi>
    </span>
  );
}
