using System.Text;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class CsvFileTests
{
    private const string Accounts = "Id,Name,Employees,Created\n001,Acme,12,2024-01-31\n002,\"Zürich, AG\",1500,2024-02-29\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Accounts) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Accounts)] },
        { "utf-16le", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Accounts)] },
        { "utf-16be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Accounts)] },
        { "utf-16le", Encoding.Unicode.GetBytes(Accounts) },
        { "utf-16be", Encoding.BigEndianUnicode.GetBytes(Accounts) },
        { "windows-1252", Encoding.Latin1.GetBytes(Accounts) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encoding_is_found_and_the_same_table_comes_out(string encoding, byte[] bytes)
    {
        var loaded = CsvFiles.Read(bytes);
        Assert.Equal(encoding, loaded.Report.Encoding);
        Assert.Equal(["Id", "Name", "Employees", "Created"], loaded.Table.Columns.Select(c => c.Name));
        Assert.Equal("Zürich, AG", loaded.Table.Text("Name")[1]);
        Assert.Equal(1500, loaded.Table.Number("Employees")[1]);
        Assert.Equal(new DateTime(2024, 2, 29), loaded.Table.Date("Created")[1]);
        Assert.Equal("accounts", loaded.Table.Name);
        Assert.Equal(2, loaded.Report.Rows);
    }

    [Fact]
    public void Windows_1252_is_said_with_its_evidence()
    {
        var loaded = CsvFiles.Read(Encoding.Latin1.GetBytes("Name,City\nCafé,Münster\n"));
        Assert.Contains(loaded.Report.Notes, n => n == "2 byte sequences are not UTF-8 and 0 are: read as Windows-1252.");
    }

    [Fact]
    public void The_euro_sign_of_windows_1252_is_read()
    {
        var loaded = CsvFiles.Read([.. "Name,Fee\nA,"u8, 0x80, .. "12\n"u8]);
        Assert.Equal("windows-1252", loaded.Report.Encoding);
        Assert.Equal(12, loaded.Table.Number("Fee")[0]);
        Assert.Equal("currency", loaded.Report.Columns[1].Format);
    }

    [Fact]
    public void One_bad_byte_in_a_file_of_UTF_8_is_replaced_and_noted()
    {
        var loaded = CsvFiles.Read([.. Encoding.UTF8.GetBytes("Name,City\nCafé,Zürich\nÅre,Malmö\nBad"), 0xFF, .. "Co,Rome\n"u8]);
        Assert.Equal("utf-8", loaded.Report.Encoding);
        Assert.Equal("Bad\uFFFDCo", loaded.Table.Text("Name")[2]);
        Assert.Contains("1 of 5 byte sequences outside ASCII are not UTF-8: each was replaced by \uFFFD.", loaded.Report.Notes);
    }

    [Fact]
    public void A_byte_without_meaning_in_windows_1252_is_replaced_and_noted()
    {
        var loaded = CsvFiles.Read([.. "Name,City\nA"u8, 0x81, .. ",B\n"u8]);
        Assert.Equal("A\uFFFD", loaded.Table.Text("Name")[0]);
        Assert.Contains(loaded.Report.Notes, n => n.Contains("1 bytes have no meaning in Windows-1252", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Delimiter_is_found(char delimiter)
    {
        var text = "Name,Note,Employees\nAcme,\"a, b; c | d\te\",5\nBeta,x,6\n".Replace("Name,Note,Employees", $"Name{delimiter}Note{delimiter}Employees", StringComparison.Ordinal)
            .Replace("Acme,", $"Acme{delimiter}", StringComparison.Ordinal).Replace("\",5", $"\"{delimiter}5", StringComparison.Ordinal)
            .Replace("Beta,x,6", $"Beta{delimiter}x{delimiter}6", StringComparison.Ordinal);
        var loaded = CsvFiles.Read(text);
        Assert.Equal(delimiter, loaded.Report.Delimiter);
        Assert.Equal("a, b; c | d\te", loaded.Table.Text("Note")[0]);
        Assert.Equal(6, loaded.Table.Number("Employees")[1]);
    }

    [Fact]
    public void Semicolons_win_although_every_row_holds_a_decimal_comma()
    {
        var loaded = CsvFiles.Read("Firma;Umsatz\nA;1,5\nB;2,25\nC;3,75\n");
        Assert.Equal(';', loaded.Report.Delimiter);
        Assert.Equal([1.5, 2.25, 3.75], loaded.Table.Number("Umsatz").Values.ToArray());
    }

    [Fact]
    public void The_first_line_sep_is_honoured_and_counted()
    {
        var loaded = CsvFiles.Read("sep=;\r\nName;Note\r\nA;b,c\r\nragged\r\n");
        Assert.Equal(';', loaded.Report.Delimiter);
        Assert.Equal("b,c", loaded.Table.Text("Note")[0]);
        Assert.Equal(4, loaded.Report.RowsAside.Number("line")[0]);
        Assert.Contains("Line 1 names the delimiter (sep=;), as Excel writes it.", loaded.Report.Notes);
    }

    [Fact]
    public void An_empty_file_gives_an_empty_table_and_says_so()
    {
        var loaded = CsvFiles.Read(string.Empty);
        Assert.Empty(loaded.Table.Columns);
        Assert.Equal(0, loaded.Table.RowCount);
        Assert.Equal("The file is empty: no header, no rows.", Assert.Single(loaded.Report.Notes));
    }

    [Fact]
    public void A_header_alone_gives_columns_without_rows_and_says_so()
    {
        var loaded = CsvFiles.Read("Name,Employees");
        Assert.Equal(["Name", "Employees"], loaded.Table.Columns.Select(c => c.Name));
        Assert.Equal(0, loaded.Table.RowCount);
        Assert.All(loaded.Report.Columns, c => Assert.Equal(ColumnType.Text, c.Type));
        Assert.Contains("The file has a header and no rows.", loaded.Report.Notes);
    }

    [Fact]
    public void A_single_column_keeps_commas_in_its_values()
    {
        var loaded = CsvFiles.Read("Company\nAcme, Inc\nBeta\n\n\"Gamma, \"\"G\"\"\"\n");
        Assert.Equal(["Acme, Inc", "Beta", "Gamma, \"G\""], loaded.Table.Text("Company").Dictionary.ToArray());
        Assert.Contains("No delimiter divides the lines: the file has one column.", loaded.Report.Notes);
        Assert.Contains("Line 4 is blank, and left out.", loaded.Report.Notes);
    }

    [Fact]
    public void Headers_are_trimmed_and_made_unique_and_every_change_is_noted()
    {
        var loaded = CsvFiles.Read(" Employees ,Name,,name,Name (2),\n1,a,b,c,d,e\n");
        Assert.Equal(["Employees", "Name", "column 3", "name (3)", "Name (2)", "column 6"], loaded.Table.Columns.Select(c => c.Name));
        Assert.Equal(" Employees ", loaded.Report.Columns[0].Header);
        Assert.Contains("Column 3 has a blank header: called 'column 3'.", loaded.Report.Notes);
        Assert.Contains("Column 4 repeats the header 'name': called 'name (3)'.", loaded.Report.Notes);
    }

    [Fact]
    public void Ragged_rows_are_kept_aside_with_the_physical_line_although_cells_hold_line_breaks()
    {
        var loaded = CsvFiles.Read("Name,Note\nA,\"one\ntwo\r\nthree\"\nshort\n\nB,b,extra,\"x\ny\"\nC,c\n");
        Assert.Equal(["A", "C"], loaded.Table.Text("Name").Dictionary.ToArray());
        Assert.Equal("one\ntwo\r\nthree", loaded.Table.Text("Note")[0]);
        var aside = loaded.Report.RowsAside;
        Assert.Equal([5.0, 7.0], aside.Number("line").Values.ToArray());
        Assert.Equal(["1 field", "4 fields"], aside.Text("found").Dictionary.ToArray());
        Assert.Equal(["2 fields"], aside.Text("expected").Dictionary.ToArray());
        Assert.Equal("B,b,extra,\"x\ny\"", aside.Text("text")[1]);
        Assert.Equal("accounts.csv", aside.Text("file")[0]);
        Assert.True(aside["text"].IsPersonal);
        Assert.Contains("Line 6 is blank, and left out.", loaded.Report.Notes);
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_own_line_only()
    {
        var loaded = CsvFiles.Read("Name,Note\nA,a\nB,\"never closed\nC,c\nD,d\n");
        Assert.Equal(["A", "C", "D"], loaded.Table.Text("Name").Dictionary.ToArray());
        Assert.Equal(3, loaded.Report.RowsAside.Number("line")[0]);
        Assert.Equal("B,\"never closed", loaded.Report.RowsAside.Text("text")[0]);
    }

    [Fact]
    public void A_quote_that_closes_on_a_later_lines_opening_quote_costs_its_own_line_only()
    {
        var loaded = CsvFiles.Read("Name,Note\n\"A,a\nB,b\n\"C\",\"c, c\"\nD,d\n");
        Assert.Equal(["B", "C", "D"], loaded.Table.Text("Name").Dictionary.ToArray());
        Assert.Equal("\"A,a", loaded.Report.RowsAside.Text("text")[0]);
        Assert.Equal(2, loaded.Report.RowsAside.Number("line")[0]);
    }

    [Fact]
    public void A_quote_that_is_not_closed_on_the_last_line_is_kept_aside()
    {
        var loaded = CsvFiles.Read("Name,Note\nA,a\nB,\"cut of");
        Assert.Equal(1, loaded.Table.RowCount);
        Assert.Equal("B,\"cut of", loaded.Report.RowsAside.Text("text")[0]);
        Assert.Equal(3, loaded.Report.RowsAside.Number("line")[0]);
    }

    [Fact]
    public void A_header_whose_quote_is_not_closed_does_not_swallow_the_rows()
    {
        var loaded = CsvFiles.Read("\"Name,Note\nA,a\nB,b\n");
        Assert.Equal(["Name", "Note"], loaded.Table.Columns.Select(c => c.Name));
        Assert.Equal(2, loaded.Table.RowCount);
    }

    [Fact]
    public void Stray_quotes_are_read_as_text_and_noted()
    {
        var loaded = CsvFiles.Read("Name,Note\n5\" pipe,a\nB,b\n");
        Assert.Equal("5\" pipe", loaded.Table.Text("Name")[0]);
        Assert.Contains(loaded.Report.Notes, n => n.StartsWith("Line 2 is a record with a quote", StringComparison.Ordinal));
    }

    [Fact]
    public void A_huge_field_is_read_whole()
    {
        var huge = new string('x', 5_000_000);
        var loaded = CsvFiles.Read($"Name,Note\nA,\"{huge}\n{huge}\"\nB,b\n");
        Assert.Equal(10_000_001, loaded.Table.Text("Note")[0]!.Length);
        Assert.Equal("b", loaded.Table.Text("Note")[1]);
    }

    [Fact]
    public void A_record_longer_than_the_limit_is_taken_for_an_open_quote()
    {
        var text = "Name,Note\nA,\"open\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"row{i},x\n"));
        var loaded = CsvFiles.Read(text, new CsvOptions { LongestRecord = 1 << 17 });
        Assert.Equal(200_000, loaded.Table.RowCount);
        Assert.Equal(2, loaded.Report.RowsAside.Number("line")[0]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_ending_is_understood_and_the_last_may_be_missing(string end)
    {
        var loaded = CsvFiles.Read($"Name,Employees{end}A,1{end}B,2");
        Assert.Equal([1.0, 2.0], loaded.Table.Number("Employees").Values.ToArray());
        Assert.Equal(0, loaded.Report.RowsAside.RowCount);
    }

    /// <summary>The same text read in one block on one thread is the authority.</summary>
    [Fact]
    public void The_result_does_not_depend_on_blocks_or_threads()
    {
        var text = new StringBuilder("Name,Note,Employees,Created\n");
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            text.Append(random.Next(12) switch
            {
                0 => $"N{i},\"line one\nline, two\r\n\"\"quoted\"\" {i}\",{i},2024-01-0{1 + (i % 9)}\n",
                1 => $"ragged {i}\n",
                2 => "\n",
                3 => $"N{i},\"open {i},5,2024-01-01\n",
                4 => $"\"N{i}\",5\" pipe,n/a,31.12.2023\r\n",
                5 => $"N{i},\"a\",\"1,{i % 1000:000}\",none\n",
                _ => $"Company {i % 40},note {i},{i},2024-02-{1 + (i % 28):00}\n",
            });
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var expected = Everything(CsvFiles.Read(bytes, new CsvOptions { Threads = 1 }));
        foreach (var (threads, block) in new[] { (1, 64), (2, 64), (2, 1000), (4, 333), (3, 4096), (2, 1 << 16) })
        {
            Assert.Equal(expected, Everything(CsvFiles.Read(bytes, new CsvOptions { Threads = threads, BlockBytes = block })));
        }

        static string Everything(LoadedTable loaded) => string.Join('\n', [
            loaded.Table.ToCsv(), loaded.Report.ToTable().ToCsv(), loaded.Report.RowsAside.ToCsv(), loaded.Report.CellsAside.ToCsv(), .. loaded.Report.Notes,
            .. loaded.Table.Columns.OfType<TextColumn>().Select(c => string.Join('|', c.Dictionary.ToArray()))]);
    }

    [Fact]
    public void Nearly_unique_text_is_held_as_bytes_and_reads_the_same()
    {
        var names = Enumerable.Range(0, 40_000).Select(i => i % 50 == 0 ? "n/a" : i % 9 == 0 ? "Müller" : $"Company {i}").ToArray();
        var loaded = CsvFiles.Read("Name,X\n" + string.Concat(names.Select(n => n + ",1\n")));
        var column = loaded.Table.Text("Name");
        Assert.False(column.IsEncoded);
        Assert.Equal(names.Select(n => n == "n/a" ? null : n), Enumerable.Range(0, names.Length).Select(r => column[r]));
        Assert.Equal(800, column.NullCount);
        Assert.Equal(names.Where(n => n != "n/a").Distinct(), column.Dictionary.ToArray());
    }

    [Fact]
    public void Rows_of_delimiters_alone_are_rows_without_values()
    {
        var loaded = CsvFiles.Read("A,B\n,\n\"\",\n");
        Assert.Equal(2, loaded.Table.RowCount);
        Assert.Equal(2, loaded.Report.Columns[0].Blanks);
        Assert.Equal(0, loaded.Report.Columns[0].Values);
    }

    [Fact]
    public void Markup_and_formulas_are_data()
    {
        var loaded = CsvFiles.Read("Name,Note\n<script>alert(1)</script>,=1+1\n");
        Assert.Equal("<script>alert(1)</script>", loaded.Table.Text("Name")[0]);
        Assert.Equal("=1+1", loaded.Table.Text("Note")[0]);
        Assert.DoesNotContain("<script>", loaded.Table.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_options_say_what_is_expected()
    {
        Assert.StartsWith("Delimiter ':' is not known; expected a comma, semicolon, tab or pipe.", Assert.Throws<ArgumentException>(() => CsvFiles.Read("a", new CsvOptions { Delimiter = ':' })).Message, StringComparison.Ordinal);
        Assert.StartsWith("Encoding 'ebcdic' is not known; expected utf-8, utf-16, utf-16be or windows-1252.", Assert.Throws<ArgumentException>(() => CsvFiles.Read("a", new CsvOptions { Encoding = "ebcdic" })).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => CsvFile.Read(Path.Combine(Path.GetTempPath(), "no-such-export.csv")));
    }
}
