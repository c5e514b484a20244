/* Opens a figure's thread beside it, folds the contents on a telephone, unfolds all for print.
   The page is whole without this: each figure is a plain link to its thread. */
(function () {
  "use strict";

  var frame = document.getElementById("page-window");
  var body = frame.querySelector(".window-body");
  var back = frame.querySelector(".window-back");
  var opener = null;
  var trail = [];

  function threadOf(link) {
    return document.getElementById(link.getAttribute("href").slice(1));
  }

  function place() {
    frame.style.left = frame.style.top = "";
    if (window.innerWidth < 768) { return; }
    var at = opener.getBoundingClientRect();
    var size = frame.getBoundingClientRect();
    var gap = 12;
    var room = { across: window.innerWidth - gap - size.width, down: window.innerHeight - gap - size.height };
    var left = at.right + gap;
    var top = Math.min(at.top - 2 * gap, room.down);
    if (left > room.across) {
      var under = at.bottom + gap, over = at.top - gap - size.height;
      if (under <= room.down || over >= gap) {
        left = room.across;
        top = under <= room.down ? under : over;
      } else {
        left = at.left - gap - size.width;
      }
    }
    left = Math.max(gap, left);
    frame.style.left = Math.round(left) + "px";
    frame.style.top = Math.round(Math.max(gap, top)) + "px";
  }

  function show(entry) {
    var copy = entry.cloneNode(true);
    body.replaceChildren.apply(body, copy.childNodes);
    frame.scrollTop = 0;
    var first = body.querySelector(".return");
    if (first && opener.id === "printed-" + entry.id.slice("thread-".length)) { first.remove(); }
    back.hidden = trail.length < 2;
    place();
  }

  function open(link) {
    opener = link;
    trail = [threadOf(link)];
    frame.showModal();
    show(trail[0]);
  }

  function plain(event) {
    return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  }

  function followed(event) {
    var link = event.target.closest("a[href^='#']");
    if (!link || !plain(event)) { return; }
    var inside = frame.contains(link);
    if (link.classList.contains("figure")) {
      if (!inside && link.closest(".threads")) { return; }
      event.preventDefault();
      if (!inside) { open(link); return; }
      trail.push(threadOf(link));
      show(trail[trail.length - 1]);
      frame.querySelector("h2").focus();
    } else if (inside) {
      opener = null;
      frame.close();
    }
  }

  if (frame.showModal) {
    document.addEventListener("click", followed);
    back.addEventListener("click", function () {
      trail.pop();
      show(trail[trail.length - 1]);
      frame.querySelector("h2").focus();
    });
    frame.querySelector(".window-close").addEventListener("click", function () { frame.close(); });
    frame.addEventListener("click", function (event) {
      if (event.target === frame) { frame.close(); }
    });
    frame.addEventListener("close", function () {
      body.replaceChildren();
      if (opener) { opener.focus(); }
    });
  }

  var contents = document.querySelector(".contents details");
  var narrow = window.matchMedia("(max-width: 63.99em)");
  function fold() { contents.open = !narrow.matches; }
  narrow.addEventListener("change", fold);
  fold();
  contents.addEventListener("click", function (event) {
    if (narrow.matches && event.target.closest("a")) { contents.open = false; }
  });

  var folded = [];
  window.addEventListener("beforeprint", function () {
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    folded.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () {
    folded.forEach(function (part) { part.open = false; });
  });

  function watch() {
    var links = new Map();
    contents.querySelectorAll("a").forEach(function (link) {
      links.set(link.getAttribute("href").slice(1), link);
    });
    var heads = Array.from(links.keys(), function (id) { return document.getElementById(id); });
    var current = null;
    function mark() {
      var passed = heads.filter(function (head) { return head.getBoundingClientRect().top < 120; });
      var link = passed.length ? links.get(passed[passed.length - 1].id) : null;
      if (link === current) { return; }
      if (current) { current.removeAttribute("aria-current"); }
      if (link) {
        link.setAttribute("aria-current", "true");
        if (!narrow.matches) { link.scrollIntoView({ block: "nearest" }); }
      }
      current = link;
    }
    var asked = false;
    window.addEventListener("scroll", function () {
      if (asked) { return; }
      asked = true;
      requestAnimationFrame(function () { asked = false; mark(); });
    }, { passive: true });
    mark();
  }
  document.addEventListener("DOMContentLoaded", watch);
}());
