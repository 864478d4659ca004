import { piecesOf } from "@/server/caren/messages/text";

/** A message as it was typed: plain text with its web addresses as links. Never markup. */
export function MessageText({ children }: { children: string }) {
  let at = 0;
  return (
    <p className="max-w-(--measure) text-read wrap-anywhere whitespace-pre-line">
      {piecesOf(children).map(({ text, href }) => {
        const key = at;
        at += text.length;
        if (href === undefined) return <span key={key}>{text}</span>;
        return (
          <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        );
      })}
    </p>
  );
}
