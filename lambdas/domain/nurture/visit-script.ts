/**
 * What the page of a nurture mail's link runs, once it is really shown: mail scanners fetch the page, browsers load it
 * ahead. It tells us which piece is being opened, and goes there with the reference by which the web site knows the
 * lead; it does not wait for our answer longer than a moment. A browser that is driven by a program is just led on.
 *
 * Constant, so that the page's policy can name it by its hash.
 */
export const visitScript = `
"use strict";
const link = document.getElementById("content");
const { content, reference } = link.dataset;
const goOn = () => location.replace(link.href);
const visit = () => {
  if (navigator.webdriver) return goOn();
  link.href += (link.hash ? "&" : "#") + "sm=" + reference;
  const told = { method: "POST", keepalive: true, body: JSON.stringify({ read: content }), headers: { "content-type": "application/json" } };
  fetch(location.href, told).then(goOn, goOn);
  setTimeout(goOn, 1500);
};
const look = () => {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", look);
  requestAnimationFrame(visit);
};
document.addEventListener("visibilitychange", look);
look();
`;
