// Extras that no page needs: copying the citation, printing, reading aloud.
"use strict";

for (const item of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = item.querySelector("button");
  const source = document.getElementById(item.dataset.copy);
  item.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent.trim());
    button.textContent = button.dataset.done;
  });
}

for (const item of document.querySelectorAll("[data-print]")) {
  item.hidden = false;
  item.querySelector("button").addEventListener("click", () => window.print());
}

// Shown only where the browser has a Chinese voice; some learn of theirs late.
const listen = document.querySelector("[data-listen]");
if (listen && "speechSynthesis" in window) {
  const button = listen.querySelector("button");
  const speech = window.speechSynthesis;
  const hasVoice = () => speech.getVoices().some((each) => /^(zh|cmn)/i.test(each.lang));
  const show = () => { if (hasVoice()) listen.hidden = false; };
  const rest = () => { button.textContent = button.dataset.start; };
  // One utterance a paragraph: long ones are cut off by some browsers.
  const lines = () => document.querySelectorAll("article h1, #body > p, #body > h2");

  show();
  speech.addEventListener?.("voiceschanged", show);
  window.addEventListener("pagehide", () => speech.cancel());
  button.addEventListener("click", () => {
    if (speech.speaking) {
      speech.cancel();
      rest();
      return;
    }
    const texts = [...lines()].map((line) => line.textContent.trim());
    texts.forEach((text, at) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = "zh-CN";
      if (at === texts.length - 1) utterance.onend = rest;
      speech.speak(utterance);
    });
    button.textContent = button.dataset.stop;
  });
}
