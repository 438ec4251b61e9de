"""How much each sign weighs when a page is cut into articles.

Learnt by `tests/articles/reading/learn_weights.py` from pages with known articles;
rounded, and small enough to read. Units are free: an article begins where the sum of
its signs beats going on.
"""

# what stands between two paragraphs
BASE = -2.0  # nothing at all
SIGN_OFF = 3.0  # an office in brackets above
BYLINE = 3.0  # a byline below
JUMP = 2.5  # 下转 above
UNENDED = -1.5  # the paragraph above is not finished
SHOWN = 0.8  # lines on display
OPENING = 0.8  # the words with which reports begin: 日前, 10月9日
NO_SIGN = -1.0  # neither lines nor an opening
WIDTH = 0.5  # another column width
GAP = 0.3  # two blank lines and more
CHAIN = 1.0  # the chain of reading is broken here
NO_GAP = -2.0  # not even a blank line, on a page that has them
STRANGER = 0.7  # no words in common with what stands above
COHESION = 3.0  # words in common, by their share

# lines on display as a headline rather than as a section heading
LENGTH = 0.25  # each character above nine
ROWS = 1.5  # more than one line
WORDING = 1.0  # `headline_weight`
FITS = 0.25  # words of the paragraphs below
KNOWN = 0.3  # words of the paragraphs above

# headlines and articles
NAMELESS = -1.5  # an article without a headline
FAR = -0.5  # a headline that stands elsewhere
FIT = 0.8  # its words in the article
MOST_FIT = 4.0
BESIDE = 0.5  # a headline directly above
BESIDE_WORDING = 0.7
CAPTION = 2.0  # `caption_weight` against a headline
STACK = 0.5  # more than one line
