/** The K whose stem is the thread: three moments on a line. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true" className={className}>
      <g stroke="currentColor" strokeWidth="2.2" strokeLinecap="round">
        <path d="M7 2v20" />
        <path d="M7 12.5 18 3.5M10.2 10.4 18.5 20.5" />
      </g>
      <g fill="var(--focus-halo)">
        <circle cx="7" cy="5.5" r="2.6" />
        <circle cx="7" cy="12.6" r="2.6" />
        <circle cx="7" cy="19" r="2.6" />
      </g>
    </svg>
  );
}
