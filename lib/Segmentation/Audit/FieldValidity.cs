using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;
using Segmentation.Text;

namespace Segmentation.Audit;

/// <summary>Which values of a column are populated but not valid, and the rule that says so: its picklist where the workspace has one, else the role, else the type.</summary>
internal sealed class FieldValidity
{
    private FieldValidity(Column column, string rule, NullMask invalid)
    {
        Column = column;
        Rule = rule;
        Invalid = invalid;
        Unusable = Union(column.Nulls, invalid, column.Length);
    }

    /// <summary>Gets the column.</summary>
    public Column Column { get; }

    /// <summary>Gets what a valid value is, in words.</summary>
    public string Rule { get; }

    /// <summary>Gets the rows that hold a value which is not valid.</summary>
    public NullMask Invalid { get; }

    /// <summary>Gets the rows without a valid value: null or invalid.</summary>
    public NullMask Unusable { get; }

    /// <summary>Gets the number of rows with a value.</summary>
    public int Populated => Column.Length - Column.NullCount;

    /// <summary>Gets the number of rows with a valid value.</summary>
    public int Usable => Column.Length - Unusable.Count;

    /// <summary>Returns the validity of a column of an export.</summary>
    public static FieldValidity Of(Workspace workspace, Export export, Column column, AuditOptions options)
    {
        Role? role = ReferenceEquals(column, workspace.AccountArr) ? Role.Arr : null;
        foreach (var assignment in export.Roles)
        {
            if (assignment.Column.Equals(column.Name, StringComparison.OrdinalIgnoreCase)) role = assignment.Role;
        }

        if (role is { } listed && workspace.Picklists.TryGetValue(listed, out var values)) return OfPicklist(column, values);

        return column switch
        {
            NumberColumn numbers => OfNumbers(numbers, role, options),
            DateColumn dates => OfDates(dates, role, workspace.AsOf.Date, options),
            TextColumn text => OfText(text, role, options),
            _ => new FieldValidity(column, "yes or no", NullMask.None),
        };
    }

    /// <summary>Returns the rows of a mask, in order.</summary>
    public static int[] RowsOf(NullMask mask)
    {
        var rows = new int[mask.Count];
        var next = 0;
        for (var w = 0; w < mask.Words.Length; w++)
        {
            for (var word = mask.Words[w]; word != 0; word &= word - 1) rows[next++] = (w << 6) + System.Numerics.BitOperations.TrailingZeroCount(word);
        }

        return rows;
    }

    private static FieldValidity OfPicklist(Column column, ImmutableArray<string> values)
    {
        var allowed = values.ToHashSet(StringComparer.Ordinal);
        var rule = $"one of the {values.Length} values of its picklist";
        return column is TextColumn text
            ? new FieldValidity(column, rule, Failing(text, allowed.Contains))
            : new FieldValidity(column, rule, NullMask.Where(column.Length, row => !column.IsNull(row) && !allowed.Contains(column.Raw(row))));
    }

    private static FieldValidity OfNumbers(NumberColumn column, Role? role, AuditOptions options)
    {
        var (low, high, rule) = role switch
        {
            Role.Employees => (1, options.MostEmployees, $"1 to {Phrase.Number(options.MostEmployees)} employees"),
            Role.Arr or Role.Mrr or Role.AnnualRevenue => (0, double.MaxValue, "an amount of 0 or more"),
            _ => (double.MinValue, double.MaxValue, "a number"),
        };
        var words = new ulong[(column.Length + 63) >> 6];
        var values = column.Values;
        for (var row = 0; row < values.Length; row++)
        {
            // NaN is null, and null is not invalid.
            if (values[row] < low || values[row] > high) words[row >> 6] |= 1UL << (row & 63);
        }

        return new FieldValidity(column, rule, NullMask.Own(words));
    }

    private static FieldValidity OfDates(DateColumn column, Role? role, DateTime asOf, AuditOptions options)
    {
        var isPast = role is Role.CreatedDate or Role.ModifiedDate or Role.LastActivityDate;
        var last = asOf == DateTime.MinValue ? DateTime.MaxValue.Date : isPast ? asOf : asOf.AddYears(options.FurthestYears);
        var words = new ulong[(column.Length + 63) >> 6];
        var values = column.Values;
        for (var row = 0; row < values.Length; row++)
        {
            if ((values[row] < options.EarliestDate || values[row].Date > last) && !column.IsNull(row)) words[row >> 6] |= 1UL << (row & 63);
        }

        return new FieldValidity(column, $"{DateColumn.Show(options.EarliestDate)} to {DateColumn.Show(last)}", NullMask.Own(words));
    }

    private static FieldValidity OfText(TextColumn column, Role? role, AuditOptions options) => role switch
    {
        Role.Email => new(column, "a well-formed email address", Failing(column, v => EmailAddress.IsWellFormed(v.Trim()))),
        Role.Website or Role.Domain => new(column, "holds a domain", Failing(column, v => WebDomain.Of(v) is not null)),
        Role.Phone => new(column, $"at least {options.FewestPhoneDigits.ToString(CultureInfo.InvariantCulture)} digits", Failing(column, v => v.Count(char.IsDigit) >= options.FewestPhoneDigits)),
        Role.Employees or Role.Arr or Role.Mrr or Role.AnnualRevenue or Role.CreatedDate or Role.ModifiedDate or Role.LastActivityDate
            or Role.StartDate or Role.EndDate or Role.RenewalDate or Role.ChurnDate or Role.Period =>
            new(column, "text with a digit", Failing(column, v => v.Any(char.IsDigit))),
        null => new(column, "any value", NullMask.None),
        _ => new(column, "text with a letter or digit", Failing(column, v => v.Any(char.IsLetterOrDigit))),
    };

    private static NullMask Failing(TextColumn column, Predicate<string> isValid)
    {
        var words = new ulong[(column.Length + 63) >> 6];
        if (column.IsEncoded)
        {
            var fails = new bool[column.Dictionary.Length];
            for (var code = 0; code < fails.Length; code++) fails[code] = !isValid(column.Dictionary[code]);
            var codes = column.Codes;
            for (var row = 0; row < codes.Length; row++)
            {
                if (codes[row] >= 0 && fails[codes[row]]) words[row >> 6] |= 1UL << (row & 63);
            }
        }
        else
        {
            for (var row = 0; row < column.Length; row++)
            {
                if (column[row] is { } value && !isValid(value)) words[row >> 6] |= 1UL << (row & 63);
            }
        }

        return NullMask.Own(words);
    }

    private static NullMask Union(NullMask one, NullMask other, int length)
    {
        if (one.Count == 0) return other;
        if (other.Count == 0) return one;
        var words = new ulong[(length + 63) >> 6];
        for (var w = 0; w < words.Length; w++) words[w] = one.Words[w] | other.Words[w];
        return NullMask.Own(words);
    }
}
