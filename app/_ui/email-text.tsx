import { Fragment } from "react";

/** An e-mail address that, where it does not fit, goes on after a sign and not halfway a word. */
export function EmailText({ email }: { email: string }) {
  return (
    <span className="wrap-break-word">
      {[...email.matchAll(/[^@._-]*[@._-]|[^@._-]+$/g)].map(({ 0: piece, index }) => (
        <Fragment key={index}>
          {piece}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}
