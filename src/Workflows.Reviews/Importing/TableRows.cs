namespace Workflows.Reviews.Importing;

/// <summary>Gathers the rows of a table as they are read, and what is wrong with each.</summary>
internal sealed class TableRows
{
    private readonly List<ImportLine> _lines = [];
    private readonly List<ImportProblem> _problems = [];
    private IReadOnlyList<string> _columns = [];
    private int _rows;
    private int _header = 1;

    /// <summary>Adds the cells of one record; false where no more is read.</summary>
    /// <param name="line">Line on which it begins.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="broken">Whether a quote in it stands where it may not.</param>
    public bool Add(int line, IReadOnlyList<string> cells, bool broken)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return true;
        }

        if (_columns.Count == 0)
        {
            return Header(line, cells);
        }

        if (++_rows > ImportTable.MaximumRows)
        {
            Fail(line, $"There are more than {ImportTable.MaximumRows} lines.", "Bring them in in several files.");
            return false;
        }

        if (broken)
        {
            Fail(line, "A quote stands where it may not, or is not closed.", "Put the whole cell in quotes, and double those inside it.");
        }
        else if (cells.Count != _columns.Count)
        {
            Fail(line, $"The line has {cells.Count} cells; the header names {_columns.Count} columns.", "Give every column a cell; put cells with commas in quotes.");
        }
        else if (Fault(line, cells) is { } fault)
        {
            _problems.Add(fault);
        }
        else
        {
            _lines.Add(new ImportLine(line, [.. cells.Select(cell => cell.Trim())]));
        }

        return true;
    }

    /// <summary>Counts a row of which one cell cannot be used at all.</summary>
    public void Refuse(int line, string column, string what, string remedy)
    {
        _rows++;
        _problems.Add(new ImportProblem(line, column, what, remedy));
    }

    public void Fail(int line, string what, string remedy) =>
        _problems.Add(new ImportProblem(Math.Max(line, 1), Column: null, what, remedy));

    public ImportTable Table()
    {
        if (_rows == 0 && _problems.Count == 0)
        {
            Fail(1, _columns.Count == 0 ? "The file is empty." : "There is no line below the header.",
                "Give the names of the columns in the first line, and a review in each of the next.");
        }

        return new ImportTable(_columns, _lines, _problems, _rows) { HeaderLine = _header };
    }

    private bool Header(int line, IReadOnlyList<string> cells)
    {
        if (cells.Count > ImportTable.MaximumColumns)
        {
            Fail(line, $"There are more than {ImportTable.MaximumColumns} columns.", "Leave out those that are empty.");
            return false;
        }

        if (cells.Count == 1 && cells[0].IndexOfAny([';', '\t']) >= 0)
        {
            Fail(line, "The columns are not separated by commas.", "Save the file as 'CSV UTF-8 (comma delimited)'.");
            return false;
        }

        _header = line;
        _columns = [.. cells.Select(cell => cell.Trim())];
        return true;
    }

    // A cell that a spreadsheet would run as a formula is refused: what is stored here is one day exported.
    private ImportProblem? Fault(int line, IReadOnlyList<string> cells)
    {
        for (var at = 0; at < cells.Count; at++)
        {
            var cell = cells[at];
            var name = _columns[at].Length > 0 ? _columns[at] : null;
            if (cell.Length > ImportTable.MaximumCell)
            {
                return new ImportProblem(line, name, $"The cell has more than {ImportTable.MaximumCell} characters.", "Shorten it.");
            }

            if (cell.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            {
                return new ImportProblem(line, name, "The cell holds control characters.", "Take them out.");
            }

            if (cell.AsSpan().TrimStart() is [var first, ..] text && (first is '=' or '@' or '+' || (first == '-' && text is not ['-', >= '0' and <= '9', ..])))
            {
                return new ImportProblem(line, name, $"The cell begins with '{first}', as formulas do.", "Give the value itself, as text.");
            }

            if (name is null && !string.IsNullOrWhiteSpace(cell))
            {
                return new ImportProblem(line, null, $"Cell {at + 1} stands under no column name.", "Name the column in the header, or empty the cell.");
            }
        }

        return null;
    }
}
