"""How much each sign weighs when a page is cut into articles.

The log-odds were fitted by `tests/articles/reading/learn_odds.py` on pages with known
articles, rounded, and moved a little where pages that it had not seen were read
better. The units of headlines and articles are free; most of them were moved by
`tests/articles/reading/learn_weights.py`. Set by hand, each by scores over several
sets of pages: INNER, PLAIN, CORRECTS, UNITY, HERO, WIDTH, BLOCK, GREETING,
SUMMED, SUMMARY_EDITOR, SUMMARY_GREETING, HEADS_OPEN. HEADS_CAPTION and below were
fitted by `tests/articles/reading/learn_heads.py`.
The odds of blocks below a foreign article (STRAY and below) were fitted on the blocks
of pages in the order of their rows, each set of pages judged by what the others teach.
Look at pages that a script has not seen before taking its result.
"""

# what stands between two paragraphs, as log-odds
BASE = -4.2  # nothing at all
SIGN_OFF = 1.6  # an office in brackets above
BYLINE = 3.4  # a byline below
JUMP = 2.0  # 下转 above
UNENDED = -1.0  # the paragraph above is not finished
REPORT = 1.9  # the words of a first sentence: 日前, 上午, 10月9日
OPENING = 0.5  # the same at its very beginning
GREETING = 2.4  # a letter to the paper begins
PLACED = 0.5  # the first sentence names a place
BACKWARD = -0.8  # the words with which stories go on: 这, 后来, 可是
NAMED = -2.2  # begins with the name of somebody who was named above
ITEM = -1.9  # an item of a list: 二、…… 银奖：……
WIDTH = 2.8  # another column width
GAP = 0.7  # two blank lines and more
DISPLACED = 0.8  # no lines here, but headlines stand apart from the text
PARTED = 2.5  # no lines here, but two blank lines, and the sentence has ended
FAR_OFF = 4.0  # three blank lines and nothing else
CHAIN = 2.0  # the chain of reading is broken here
NO_GAP = -0.7  # not even a blank line, on a page that has them
BLOCK = 1.5  # a blank line, on a page where blank lines part blocks
COHESION = 1.2  # words in common, by their share

# lines on display as a headline rather than as a section heading
SHOWN = 3.0
SLIM = -0.9  # very short
LONG = 0.9  # longer than most section headings
TWIN = -0.6  # as long as the next line of that kind
SECTION = -1.4  # two or three paragraphs up to the next line on display
NOTICE = 2.0  # the wording of a notice: 关于……的通告, 获奖名单
HERO = -12.0
TIGHT = -0.8  # one blank line at most, on a page with wider gaps
ROWS = 0.7  # more than one line
WORDING = 0.6  # `headline_weight`
PICTURED = 1.2  # `caption_weight` of what seems a headline
BYLINE_BELOW = 2.0  # with a byline between it and the text
COLUMN = 1.5  # the standing head of a column above another line
COMMA = -1.1
DATED = -0.5  # a date or a number at the end: a piece of text among them
FITS = 0.11  # words of the paragraphs below
KNOWN = 0.22  # words of the paragraphs above

# the same where articles are weighed against each other
EVIDENCE = 1.4
START = 0.0
SUMMED = -4.0  # the most between a summary and the byline below it
SIGNED = 0.5  # the least after an office in brackets

# headlines and articles
INNER = -2.0  # each byline and sign-off inside an article
PLAIN = -0.3  # neither, on a page with more than two of them
UNITY = 3.0  # words that its paragraphs have in common and others have not
NAMELESS = -0.75  # an article without a headline
FAR = -0.5  # a headline that stands elsewhere
TAKEN = -1.5  # one that stands directly above another body
FIT = 1.13  # its words in the article
MOST_FIT = 4.0
AROUND = 1.0  # with its writers, inside a sentence of the article
CORRECTS = 4.0  # 订正 above what begins like a correction
BESIDE = 0.8  # a headline directly above
BESIDE_WORDING = 1.12
CAPTION = 1.96  # `caption_weight` against a headline
STACK = 0.5  # more than one line

# whether a line of a wrapped page is text, as log-odds
LINE = 0.8  # less than was learnt: a headline that is lost in text costs more
LINE_SHAPE = 1.45  # `weigh_wrapped`
LINE_CHUNK = 0.75  # `chunk_weight`
LINE_ITEM = 2.25  # `item_weight`
LINE_SKIP = 1.4  # `skip_weight`
LINE_REPORT = -5.3  # above the first line of a report
LINE_BLOCK = 1.2  # the first line of a paragraph, and the last of a block
LINE_ALONE = -2.0  # worded like a caption, between blank lines
LINE_MARK_BELOW = 0.9  # a mark inside the line below
LINE_WIDER = -0.9  # the line below is wider
LINE_STOP = 1.9  # a sentence ends inside
LINE_LONG = 1.0
LINE_HEADLINE = -1.6  # `weigh_headline`
LINE_CAPTION = -0.55  # `weigh_caption` above 0
LINE_LEADING_ON = 1.15  # ends in 的, 在, 了
LINE_UNENDED = -2.6
LINE_FULL = 1.25  # unended, as wide as the column or narrower by the indent
LINE_FIRST = 0.85  # unended, narrower by the indent
LINE_BELOW_TEXT = 1.25
LINE_BELOW_DISPLAY = 0.6
LINE_BELOW_PAGE = -1.2
LINE_BELOW_ENDED = -0.6  # the line above ends a sentence
LINE_GOES_ON = 0.7  # `Continuity.score` with the line above

# whether the first paragraph below a headline sums up the text, as log-odds
SUMMARY = -4.4  # the least
SUMMARY_STACK = 0.7  # more than one line above
SUMMARY_FIRST = 1.55  # the first article of the page
SUMMARY_FIRST_STACK = 1.7  # and more than one line above
SUMMARY_ALONE = -1.1  # one paragraph below it
SUMMARY_SHORT = -0.65
SUMMARY_LONG = -0.85
SUMMARY_SENTENCES = -0.7  # three and more
SUMMARY_PLACED = -1.3  # says where it happened, as first sentences do
SUMMARY_COLON = -0.95
SUMMARY_EDITOR = 7.0  # 编者按：
SUMMARY_GREETING = -4.0  # a letter below
SUMMARY_PRESENTS = 1.45  # 本期请……解答
SUMMARY_ASKED = 2.2  # a question below
SUMMARY_QUOTE = -1.0  # somebody's words below
SUMMARY_SIGNED = -1.75  # a byline above
SUMMARY_BYLINE = 0.9  # a byline below
SUMMARY_BYLINE_FIRST = 2.2  # directly
SUMMARY_PICTURED = 1.2  # captions below
SUMMARY_NARROW = -0.45  # narrower than the text
SUMMARY_WIDE_SIGNED = 2.15  # wider, below a byline
SUMMARY_WIDE = 2.15  # wider, in three lines and less

# which lines of a stack are the headline and which are captions, as log-odds
HEADS_CAPTION = 3.5  # `weigh` of each caption
HEADS_TAKEN = -0.55  # each caption
HEADS_BRIEF = -2.2  # each of few characters that nothing in its words proves
HEADS_WORDING = 1.8  # `headline_weight` of the others
HEADS_SENSE = 0.6  # how well they read as kicker, headline and subheadline
HEADS_GAP = -1.3  # a blank line between them, above a text without one
HEADS_OPEN = -3.0  # they end or begin like a line of another kind
HEADS_COLUMN = -2.3  # nothing but the head of a column
HEADS_GROWN = 1.45  # larger type begins where they are parted from a caption

# chunks of a page that was read row by row, see `tracks`
TRACK_SEAM = 0.7  # `seam_value` of the two characters
TRACK_WORD = 1.0  # a word of the dictionary or of the page across the break
TRACK_SKIP = -2.0  # a track is passed over inside its sentence
TRACK_SKIP_ENDED = -1.0  # and behind the end of one
TRACK_NEW = -2.4  # a track begins
TRACK_FIRST_ROW = -0.7  # in the first row of a block
TRACK_BLOCK = -1.0  # a block begins
TRACK_BLOCK_SHOWN = -0.4  # with a line on display
TRACK_BROKEN = -0.4  # each track that ends inside a sentence
TRACK_APART = -2.6  # text that stands in no track
TRACK_SHOWN = -0.25  # a line on display that does
TRACK_HEADED = 0.3  # directly below a line on display
TRACK_WIDE = -3.6  # wider than the column
TRACK_DISPLAYED = -1.8  # a line on display inside a sentence
TRACK_BRACKET = 2.5  # a bracket is closed
TRACK_MISFIT = -2.2  # of another width

# a block of text below a foreign article, as log-odds
STRAY = 1.7  # so much more for another article than for its own
STAYS = 1.4  # where it stands
STAYS_WIDTH = -2.3  # in a column of another width than the text above it
STAYS_SIGNED = -0.6  # below an office in brackets
STRAY_HEAD = 0.25  # words of the headline
STRAY_NAMED = 0.4  # begins with somebody named at the end of the article
STRAY_WIDTH = 2.9  # as wide as the last column of the article
STRAY_BROKEN = 1.3  # which is broken off somewhere
STRAY_SIGNED = -0.35  # or signed
STRAY_SIZE = -1.2  # the logarithm of its characters
