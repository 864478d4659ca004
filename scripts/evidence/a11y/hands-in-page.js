// Runs in the page, before its own scripts, and is given to the browser as it is. A press of a mouse or finger is a
// hand; so is a field that changed while no key was down, as when a program fills it in. A chosen file comes from a
// window outside the page.
{
  const told = (what) => globalThis.kroniekHands(what);
  const on = (name, act) => addEventListener(name, act, { capture: true, passive: true });
  let keys = 0;
  let keyed = false;
  for (const name of ["pointerdown", "mousedown", "touchstart", "wheel"]) {
    on(name, (event) => event.isTrusted && told(name));
  }
  on("keydown", ({ isTrusted }) => {
    if (!isTrusted) return;
    keys++;
    keyed = true;
  });
  on("keyup", ({ isTrusted }) => {
    if (!isTrusted) return;
    const last = keys;
    // After what the key itself does: a box is ticked when Space comes up.
    setTimeout(() => {
      keyed &&= keys !== last;
    });
  });
  on("input", ({ target }) => {
    const chosen = target instanceof HTMLInputElement && target.type === "file";
    if (!keyed && !chosen) told("input without a key");
  });
}
