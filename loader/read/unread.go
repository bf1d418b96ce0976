package read

// Unread is a kind of file that can have articles and is not read, with what to do.
type Unread struct {
	Extension, What, Instead string
}

// unread are all kinds. Such a file gives an error rather than being passed over, unless its
// first bytes tell that it is of another format.
var unread = []Unread{
	{".doc", "a document of Word before 2007", "save it as .docx"},
	{".msg", "a message of Outlook", "save it as .eml"},
	{".pst", "the mailbox of Outlook", "export it as .mbox"},
	{".mht", "a page saved in one file", "save it as .html"},
	{".mhtml", "a page saved in one file", "save it as .html"},
	{".webarchive", "a page saved by Safari", "save it as .html"},
	{".pages", "a document of Pages", "export it as .docx"},
	{".wpd", "a document of WordPerfect", "save it as .docx"},
	{".xls", "a spreadsheet of Excel before 2007", "save it as .xlsx or .csv"},
	{".ods", "a spreadsheet of LibreOffice", "save it as .xlsx or .csv"},
	{".7z", "an archive", "unpack it, or pack it as .zip"},
	{".rar", "an archive", "unpack it, or pack it as .zip"},
	{".bz2", "a compressed file", "unpack it"},
	{".xz", "a compressed file", "unpack it"},
}

// UnreadFormats lists them.
func UnreadFormats() []Unread { return unread }

// unreadKind returns the kind of a file that is not read, by its name.
func unreadKind(name string) (Unread, bool) {
	extension := extensionOf(name)
	for _, u := range unread {
		if u.Extension == extension {
			return u, true
		}
	}
	return Unread{}, false
}

// notText says what binary data is, and what to do with the article in it.
func notText(name, what string) *Error {
	if u, ok := unreadKind(name); ok {
		return failure(NotText, name, nil, "is %s, which is not read: %s", u.What, u.Instead)
	}
	return failure(NotText, name, nil, "is %s, not text; save the article as text, HTML or JSON", what)
}
