/** Plain text as it was typed (reports, messages), in reading size and at most 68 characters wide. Never markup. */
export function ReadingText({ children }: { children: string }) {
  return <p className="max-w-(--measure) text-read whitespace-pre-line">{children}</p>;
}
