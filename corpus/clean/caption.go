package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pictureWords are those that a picture credit is known by.
var pictureWords = []string{
	"photo", "photos", "photograph", "getty", "images", "shutterstock", "alamy", "istock", "istockphoto", "wikimedia", "flickr",
	"unsplash", "pexels", "pixabay", "zuma", "imago", "epa", "pool", "handout", "courtesy", "file", "illustration", "graphic", "screenshot",
	"screengrab", "afp", "reuters", "ap", "xinhua", "tass", "anadolu", "rex", "splash", "corbis", "magnum", "newscom", "sipa", "wenn",
}

// creditWords begin or end what stands in brackets behind a caption.
var creditWords = []string{
	"photo by", "photo:", "photo credit", "photo courtesy", "image:", "image credit", "picture:", "credit:", "courtesy of", "ap photo",
	"file photo", "getty images", "wikimedia", "screenshot", "shutterstock",
}

// isCaption reports whether a line ends in the credit of a picture.
func isCaption(s string, t *part) bool {
	if t.words > 90 {
		return false
	}
	if head, inner, ok := lastBracket(s); ok && isCredit(inner, head == "") {
		return true
	}
	return slashCredit(s, t) || colonCredit(s) || wireCredit(s) || barCredit(s, t)
}

// barCredit reports whether a picture's source stands after a bar in the
// middle of a line, or the line is of a gallery.
func barCredit(s string, t *part) bool {
	if strings.Contains(s, "Hide Caption") {
		return true
	}
	_, after, ok := strings.Cut(s, ". | ")
	return ok && !t.sentence && hasPictureWord(after[:min(len(after), 24)])
}

// isCredit reports whether the words in the brackets that end a line credit a
// picture: they name a source after a name and a slash, or hold a word of the
// trade.
func isCredit(inner string, alone bool) bool {
	if len(inner) > 120 || endsSentence(inner) && strings.Contains(inner, ". ") {
		return false
	}
	trade := hasPictureWord(inner)
	switch {
	case strings.ContainsAny(inner, "/|"):
		return trade || alone
	case alone:
		return trade && len(strings.Fields(inner)) <= 6
	}
	low := strings.ToLower(inner)
	for _, p := range creditWords {
		if strings.HasPrefix(low, p) || strings.HasSuffix(low, p) {
			return true
		}
	}
	return strings.Contains(low, "photo:") || strings.Contains(low, "photo by")
}

func hasPictureWord(s string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, p := range pictureWords {
			if w == p {
				return true
			}
		}
	}
	return false
}

// creditBytes is how near its end a line's picture credit begins.
const creditBytes = 100

// ending returns the last bytes of s, where a credit can stand.
func ending(s string) string {
	if len(s) <= creditBytes {
		return s
	}
	s = s[len(s)-creditBytes:]
	for len(s) > 0 && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return s
}

// slashCredit reports whether a line ends in " / Source" or " | Source" after
// its sentence, or in "Name/AP", "Name | AFP | Getty Images".
func slashCredit(s string, t *part) bool {
	if t.sentence {
		return false
	}
	s = ending(s)
	i := strings.LastIndexAny(s, "/|")
	if i < 0 {
		return false
	}
	tail, head := strings.TrimSpace(s[i+1:]), strings.TrimRight(s[:i], " |/")
	if tail == "" || len(strings.Fields(tail)) > 5 || !capitalised(tail) {
		return false
	}
	spaced := i > 0 && s[i-1] == ' '
	switch {
	case spaced && endsSentence(head) && t.words >= 5:
		return true
	case !hasPictureWord(tail):
		return false
	}
	return spaced || !strings.Contains(lastWords(s, 1), "://")
}

// colonCredit reports whether a line ends in "Photo: Name" or "Photograph:
// Name/Agency".
func colonCredit(s string) bool {
	s = ending(s)
	i := strings.LastIndex(s, ": ")
	if i < 0 {
		i = strings.LastIndex(s, "Credit...")
		return i > 0
	}
	word := s[strings.LastIndexAny(s[:i], " .…(")+1 : i]
	switch word {
	case "Photo", "Photos", "Photograph", "Photographer", "Picture", "Pictures", "Image", "Images", "Credit", "credit", "Illustration":
		return i > len(word) && len(strings.Fields(s[i+2:])) <= 10 && !endsSentence(strings.TrimSuffix(s[i:], "."))
	}
	return false
}

// wireCredit reports whether a line ends in "REUTERS/Name".
func wireCredit(s string) bool {
	s = ending(s)
	i := strings.LastIndex(s, "/")
	for i >= 0 {
		for _, w := range []string{"REUTERS", "AFP", "EPA", "AP"} {
			if head, ok := strings.CutSuffix(s[:i], w); ok && len(strings.Fields(s[i:])) <= 5 && (head == "" || strings.HasSuffix(head, " ")) {
				return true
			}
		}
		i = strings.LastIndex(s[:i], "/")
	}
	return false
}

// lastWords returns the last n words of s.
func lastWords(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		i = strings.LastIndexByte(s[:i], ' ')
	}
	return s[max(i, 0):]
}

func capitalised(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
