package cli

import (
	"fmt"
	"strings"

	mcobra "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Topic is a section of the manual page beside those of the commands.
type Topic struct {
	Title string
	Lines [][2]string // each a term and what it is, or a heading and nothing
}

// Manual returns the manual page of a program, in roff, with topics behind its
// commands.
func Manual(root *cobra.Command, topics ...Topic) (string, error) {
	root.Long = strings.NewReplacer("\n\n", "\n", "\n", " ").Replace(root.Long) // lines as long as paragraphs
	for _, c := range append(root.Commands(), root) {
		c.LocalFlags().VisitAll(func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") }) // around the name of a value, for help
	}
	page, err := mcobra.NewManPage(1, root)
	if err != nil {
		return "", fmt.Errorf("write the manual page: %w", err)
	}
	var b strings.Builder
	b.WriteString(strings.TrimRight(page.Build(roff.NewDocument()), "\n") + "\n")
	for _, t := range topics {
		t.write(&b)
	}
	return b.String(), nil
}

func (t Topic) write(b *strings.Builder) {
	fmt.Fprintf(b, ".SH %s\n", strings.ToUpper(t.Title))
	for _, l := range t.Lines {
		if l[1] == "" {
			fmt.Fprintf(b, ".SS %s\n", literal.Replace(l[0]))
			continue
		}
		fmt.Fprintf(b, ".TP\n\\fB%s\\fP\n\\&%s\n", literal.Replace(l[0]), literal.Replace(l[1]))
	}
}

// literal makes text what roff prints as it is, also at the beginning of a line.
var literal = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "^", `\(ha`, "~", `\(ti`, "\n", " ")
