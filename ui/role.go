package ui

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"verbatim/ui/cell"
)

// The roles: what a piece of text on the screen is. Views name roles, never
// colours.
const (
	Plain        cell.Role = iota
	Strong                 // names of things: a headline, an outlet
	Quiet                  // what may be overlooked: hints, counts, rules
	Title                  // the title of a pane
	Focus                  // the title of the pane that has the keys
	Bar                    // the first line of the screen
	Chip                   // a selection in the header
	Speaker                // who speaks
	Cue                    // how the reporter says they spoke
	Unattributed           // nobody was found to have said it
	Outlet                 // who published
	Words                  // words of a quote
	Around                 // words around a quote, shown as context
	Differs                // words the reference does not have
	Joined                 // words of another utterance in the same marks
	Missing                // the place of words that were left out
	Styled                 // house style, punctuation: quiet
	Opened                 // an openly marked edit
	Alarm                  // a relation or a conflict an editor must see
	Notable                // a difference that raises no alarm
	Same                   // the same words
	Absent                 // an outlet that does not carry it
	Found                  // what a search found
	Here                   // the quote or hit the reader stands at
	OtherQuote             // another quote of the article
	Reported               // one without marks
	Named                  // an actor, where the page names them
	Furniture              // of the page, not of the article
	LineNumber             // a line of the file
	Key                    // a key in a hint
	Fault                  // something went wrong
	Done                   // the full part of the progress bar
	Caret                  // where typing goes
	roleCount
)

// shade is a colour for dark and for light backgrounds, by number of the 256.
// Where there are sixteen, the nearest of them would be the wrong one: amber
// would be red, as an alarm. The sixteen are what the terminal's owner made of
// them; those named here can be read on most.
type shade struct{ dark, light, darkOf16, lightOf16 string }

// ink is what a role looks like.
type ink struct {
	fg, bg                         shade
	bold, faint, italic, underline bool
	reverse                        bool
}

var (
	noShade = shade{}
	red     = shade{"210", "160", "9", "1"}
	amber   = shade{"215", "130", "3", "5"}
	green   = shade{"114", "28", "10", "2"}
	blue    = shade{"111", "25", "12", "4"}
	muted   = shade{"110", "60", "12", "4"}
	violet  = shade{"183", "92", "13", "5"}
	teal    = shade{"80", "30", "14", "6"}
	dim     = shade{"245", "242", "8", "8"}
	bright  = shade{"255", "16", "15", "0"}
	paleBg  = shade{"236", "254", "8", "7"}
	hitBg   = shade{"58", "229", "5", "3"}
	hereBg  = shade{"24", "153", "4", "6"}
	cursor  = shade{"238", "252", "", ""} // of sixteen it is reversal
)

var inks = [roleCount]ink{
	Plain:        {},
	Strong:       {fg: bright, bold: true},
	Quiet:        {fg: dim},
	Title:        {fg: dim, bold: true},
	Focus:        {fg: blue, bold: true},
	Bar:          {fg: bright, bold: true},
	Chip:         {fg: bright, bg: paleBg, bold: true},
	Speaker:      {fg: blue, bold: true},
	Cue:          {fg: blue},
	Unattributed: {fg: amber, italic: true},
	Outlet:       {fg: teal, bold: true},
	Words:        {fg: bright},
	Around:       {fg: dim},
	Differs:      {fg: red, bold: true, underline: true},
	Joined:       {fg: violet, bold: true, underline: true},
	Missing:      {fg: amber, bold: true},
	Styled:       {fg: bright, underline: true},
	Opened:       {fg: green, bold: true},
	Alarm:        {fg: red, bold: true},
	Notable:      {fg: amber},
	Same:         {fg: green},
	Absent:       {fg: dim, italic: true},
	Found:        {fg: bright, bg: hitBg, bold: true},
	Here:         {fg: bright, bg: hereBg, bold: true},
	OtherQuote:   {fg: blue},
	Reported:     {fg: muted},
	Named:        {fg: teal},
	Furniture:    {fg: dim, faint: true},
	LineNumber:   {fg: dim, faint: true},
	Key:          {fg: violet, bold: true},
	Fault:        {fg: red},
	Done:         {fg: green},
	Caret:        {reverse: true},
}

// theme turns roles into what the terminal is told. It is made once, before
// the program runs.
type theme struct {
	plain, chosen [roleCount]string // the sequence that begins a role; on the cursor's line
	light         bool
	noColor       bool
	profile       termenv.Profile
	palette       palette
}

// palette is what the roles look like on a dark and on a light background.
type palette struct{ dark, light [roleCount]ink }

const reset = "\x1b[0m"

// newTheme makes the theme for a light or dark background. Without colour,
// weight, underline and reversal are left.
func newTheme(light, noColor bool, profile termenv.Profile) *theme {
	return themeWith(palette{inks, inks}, light, noColor, profile)
}

// other returns the theme for the other background.
func (t *theme) other() *theme { return themeWith(t.palette, !t.light, t.noColor, t.profile) }

func themeWith(p palette, light, noColor bool, profile termenv.Profile) *theme {
	t := &theme{light: light, noColor: noColor, profile: profile, palette: p}
	noColor = noColor || profile == termenv.Ascii
	if noColor {
		profile = termenv.ANSI // which knows weight and underline
	}
	r := lipgloss.NewRenderer(&strings.Builder{})
	r.SetColorProfile(profile)
	look := p.dark
	if light {
		look = p.light
	}
	for i, k := range look {
		if noColor {
			k = k.uncoloured()
		}
		t.plain[i] = k.begin(r, light)
		t.chosen[i] = k.chosen(noColor || profile == termenv.ANSI, light).begin(r, light)
	}
	return t
}

// uncoloured returns the ink without colours; a background becomes reversal.
func (k ink) uncoloured() ink {
	k.reverse = k.reverse || k.bg != noShade
	k.fg, k.bg = noShade, noShade
	return k
}

// chosen returns the ink as it looks on the line of the cursor: on that line's
// background, unless it has one, or reversed where there are no colours to
// choose it from; what is reversed by itself is then set off by not being so.
func (k ink) chosen(reversed, light bool) ink {
	if reversed {
		k = k.uncoloured()
		k.reverse = !k.reverse
		return k
	}
	if k.faint = false; k.bg == noShade {
		k.bg = cursor
	}
	if k.fg.name(light) == dim.name(light) {
		k.fg = noShade
	}
	return k
}

// begin returns the escape sequence that begins the ink, empty for none.
func (k ink) begin(r *lipgloss.Renderer, light bool) string {
	s := r.NewStyle().Bold(k.bold).Faint(k.faint).Italic(k.italic).Underline(k.underline).Reverse(k.reverse)
	if k.fg != noShade {
		s = s.Foreground(k.fg.on(light))
	}
	if k.bg != noShade {
		s = s.Background(k.bg.on(light))
	}
	before, _, _ := strings.Cut(s.Render("x"), "x")
	return before
}

// on returns the colour for what the terminal can show.
func (s shade) on(light bool) lipgloss.TerminalColor {
	name, of16 := s.name(light), s.darkOf16
	if light {
		of16 = s.lightOf16
	}
	if of16 == "" {
		return lipgloss.Color(name)
	}
	return lipgloss.CompleteColor{TrueColor: name, ANSI256: name, ANSI: of16}
}

// name is the colour's number of the 256.
func (s shade) name(light bool) string {
	if light {
		return s.light
	}
	return s.dark
}

// render returns the line as the terminal is to receive it.
func (t *theme) render(l cell.Line, chosen bool) string {
	begin := &t.plain
	if chosen {
		begin = &t.chosen
	}
	var b strings.Builder
	for _, p := range l {
		on := begin[p.Role]
		if on == "" {
			b.WriteString(p.Text)
			continue
		}
		b.WriteString(on)
		b.WriteString(p.Text)
		b.WriteString(reset)
	}
	return b.String()
}
