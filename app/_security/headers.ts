/**
 * The policy for one response. Scripts run only with this response's nonce, or when loaded by such a script; styles
 * come from our own files, or carry the nonce; a `style` attribute is allowed (widths, positions of popovers).
 * Tried with react-aria overlays in `next start` and `next dev`: no violations. A PDF is shown in a frame from a blob
 * the page made itself, of type PDF whatever the file says: no address can be framed.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "frame-src blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy for answers that are never a page. */
export const nothingPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers that never differ between responses (OWASP ASVS 5 chapter 3.4). */
export const steadyHeaders: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** Built files have their hash in their name and hold nothing personal; everything else is never stored. */
export function mayBeCached(pathname: string): boolean {
  return pathname.startsWith("/_next/static/");
}
