// A link changes the page in place, and the address bar already shows where it leads. When no answer comes, nothing would be seen at all:
// so the browser loads that address itself, and shows what it shows when nobody answers.
{
  let underWay = false;
  Blazor.addEventListener("enhancednavigationstart", () => { underWay = true; });
  Blazor.addEventListener("enhancednavigationend", () => { underWay = false; });
  addEventListener("unhandledrejection", () => { if (underWay) location.reload(); });
}
