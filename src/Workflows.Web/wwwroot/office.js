// A link changes the page in place, and the address bar already shows where it leads. When no answer comes, nothing would be seen at all:
// so the browser loads that address itself, and shows what it shows when nobody answers.
{
  let underWay = false;
  Blazor.addEventListener("enhancednavigationstart", () => { underWay = true; });
  Blazor.addEventListener("enhancednavigationend", () => { underWay = false; });
  addEventListener("unhandledrejection", () => { if (underWay) location.reload(); });
}

// An open group of the navigation closes as a menu does: by Escape, or when something else is pressed.
{
  const opened = () => document.querySelector("header nav details[open]");
  addEventListener("click", (event) => { if (!opened()?.contains(event.target)) opened()?.removeAttribute("open"); });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opened()) return;
    opened().querySelector("summary").focus();
    opened().removeAttribute("open");
  });
}
