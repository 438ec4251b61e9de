// Extras that no page needs: whole words in headlines, copying the citation,
// printing, reading aloud.
"use strict";

// A headline's lines end with a word where the browser knows words. One character
// alone stays with the word before it (区域化), and a number with the word after it.
if (window.Intl && Intl.Segmenter) {
  const segmenter = new Intl.Segmenter("zh-Hans", { granularity: "word" });
  const NUMBER = /[\d〇一二三四五六七八九十百千万亿两]$/;
  const splitWords = (text) => {
    const words = [""];
    let afterWord = false;
    for (const { segment, isWordLike } of segmenter.segment(text)) {
      if (afterWord && isWordLike && segment.length > 1) words.push("");
      words[words.length - 1] += segment;
      afterWord = isWordLike && !NUMBER.test(segment);
    }
    return words;
  };
  const mayBreakBetween = (words) => words.flatMap(
    (word, at) => (at ? [document.createElement("wbr"), word] : [word]),
  );

  const HEADLINES = "h1, .kicker, .subheadline, .front h2, .front h3, .front .item-headline";
  for (const line of document.querySelectorAll(HEADLINES)) {
    const texts = [];
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) text.replaceWith(...mayBreakBetween(splitWords(text.data)));
    line.classList.add("words");
  }
}

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
