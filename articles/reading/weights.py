"""How much each sign weighs when a page is cut into articles.

Most were moved by `tests/articles/reading/learn_weights.py` until pages with known
articles were read best, and rounded; SLIM, DATED, PICTURED, INNER, PLAIN and CORRECTS
were set by hand. A later run of the script read its own pages better and others worse,
so its result was not taken: look at pages that it has not seen before taking one.
Units are free: an article begins where the sum of its signs beats going on.
"""

# what stands between two paragraphs
BASE = -2.8  # nothing at all
SIGN_OFF = 4.0  # an office in brackets above
SIGNED = 0.5  # the least after an office in brackets
UNSIGNED = -1.2  # no office above, on a page that signs at least three articles
BYLINE = 3.0  # a byline below
JUMP = 2.15  # 下转 above
UNENDED = -1.5  # the paragraph above is not finished
SHOWN = 0.66  # lines on display
OPENING = 0.8  # the words with which reports begin: 日前, 10月9日
BACKWARD = -1.5  # the words with which stories go on: 这, 后来, 可是
ITEM = -3.0  # an item of a list: 二、…… 银奖：……
NO_SIGN = -2.0  # neither lines nor an opening
WIDTH = 0.5  # another column width
GAP = 0.88  # two blank lines and more
CHAIN = 0.3  # the chain of reading is broken here
NO_GAP = -2.0  # not even a blank line, on a page that has them
STRANGER = 0.09  # no words in common with what stands above
COHESION = 2.1  # words in common, by their share

# lines on display as a headline rather than as a section heading
LENGTH = 0.28  # each character above nine
ROWS = 0.72  # more than one line
WORDING = 1.26  # `headline_weight`
FITS = 0.25  # words of the paragraphs below
KNOWN = 0.21  # words of the paragraphs above

SLIM = -1.5  # a short line, beside others of that kind
DATED = -1.0  # a date or a number at the end: a piece of text among them
PICTURED = 0.6  # `caption_weight` of what seems a headline

# headlines and articles
INNER = -2.0  # each byline and sign-off inside an article
PLAIN = -0.3  # neither, on a page with more than two of them
NAMELESS = -0.75  # an article without a headline
FAR = -0.5  # a headline that stands elsewhere
TAKEN = -1.5  # one that stands directly above another body
FIT = 1.13  # its words in the article
MOST_FIT = 4.0
CORRECTS = 4.0  # 订正 above what begins like a correction
BESIDE = 0.8  # a headline directly above
BESIDE_WORDING = 1.12
CAPTION = 1.96  # `caption_weight` against a headline
STACK = 0.5  # more than one line

# whether a paragraph that is broken off goes on in another strip, as log-odds
LINKED = -0.5  # the least
LINK = -2.25  # of any two
LINK_SEAM = 0.65  # `seam_value` of the two characters
LINK_WORD = 1.3  # a word of the dictionary or of the page across the break
LINK_ENDED = -5.0  # the sentence has ended
LINK_LISTED = -1.9  # a colon or a semicolon
LINK_CLOSING = 3.0  # a mark that never begins a line
LINK_NEVER_FIRST = 1.1
LINK_PARAGRAPH = -1.9  # the words with which paragraphs begin
LINK_ITEM = -1.5
LINK_LIST = -3.0  # an item that does not fill its line, or two of them
LINK_QUOTE = -0.6
LINK_NEXT = 3.5  # the next strip
LINK_OVER = 1.5  # the next, behind lines on display
LINK_GAP = 1.0  # the next, behind two blank lines and more
LINK_NEAR = -1.2  # one of the four below
LINK_FAR = -3.5  # further, or above
LINK_ROOM = -0.75  # each four columns that the last line falls short
LINK_SHORT = -1.0  # the last line has less than ten characters
LINK_INDENT = -1.75  # the first line falls short by an indent
LINK_BYLINE = -1.0  # a byline above, or indented
LINK_CLOSES = 1.0  # a quotation mark that was open is closed
