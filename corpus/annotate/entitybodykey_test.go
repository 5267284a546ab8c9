package annotate

import "testing"

// TestBodyKey gives the forms of one body a line: they
// have one key, and no two lines have the same.
func TestBodyKey(t *testing.T) {
	lines := [][]string{
		{"China's ministry of commerce", "the Chinese commerce ministry", "Commerce Ministry of China", "Chinese Ministry of Commerce", "China’s Commerce Ministry", "Ministry of Commerce of the People's Republic of China"},
		{"Norwegian Ministry of Commerce", "Norway's commerce ministry"},
		{"Ministry of Commerce", "the Commerce Ministry"},
		{"Department of Justice", "Justice Department", "U.S. Department of Justice", "US Justice Department", "DOJ"},
		{"Norwegian Department of Justice", "Norway's Justice Department"},
		{"the Norwegian government", "Norway's government", "the government of Norway"},
		{"Swedish government", "government of Sweden"},
		{"Russia's Ministry of Foreign Affairs", "Russian foreign ministry", "Foreign Ministry of the Russian Federation", "Russia's foreign affairs ministry"},
		{"South Korean defence ministry", "South Korea's Ministry of National Defense"},
		{"New Zealand's Ministry of Health", "New Zealand Health Ministry"},
		{"Germany's Ministry of the Interior", "German Interior Ministry", "Federal Ministry of the Interior of Germany"},
		{"Parliament of Norway", "Norwegian Parliament", "Norway's parliament"},
		{"Supreme Court of Norway", "Norway's supreme court", "Norwegian Supreme Court"},
		{"Central Bank of Norway", "Norwegian central bank", "Norway’s central bank"},
		{"Bank of Norway"},
		{"Senate Committee on the Judiciary", "Senate Judiciary Committee", "U.S. Senate Judiciary Committee"},
		{"House Committee on the Judiciary", "House Judiciary Committee"},
		{"Office of the Prosecutor-General", "Prosecutor General's Office"},
		{"University of Halden", "Halden University"},
		{"Halden City Council", "City Council of Halden"},
		{"Halden Police Department", "Police Department of Halden"},
		{"Brandt Shipping Inc.", "Brandt Shipping", "Brandt Shipping Co."},
		{"14th U.S. Circuit Court of Appeals", "U.S. Court of Appeals for the 14th Circuit", "14th Circuit"},
		{"American Bar of Halden"},
		{"Norwegian Harbour Association"},
		{"Norway"},
	}
	seen := map[string]int{}
	for i, forms := range lines {
		for _, f := range forms {
			if got, want := BodyKey(f), BodyKey(forms[0]); got != want {
				t.Errorf("%q has the key %q, not %q of %q", f, got, want, forms[0])
			}
		}
		if j, ok := seen[BodyKey(forms[0])]; ok {
			t.Errorf("%q and %q have one key", lines[j][0], forms[0])
		}
		seen[BodyKey(forms[0])] = i
	}
}
