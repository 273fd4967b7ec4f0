using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Segmentation.Notebooks.Editing.Sql;

/// <summary>The keywords and functions of SQLite, as its documentation lists them; those that change a file are left out: there is none.</summary>
internal static class SqlWords
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "add", "all", "alter", "and", "as", "autoincrement", "between", "case", "check", "collate", "commit", "constraint", "create", "default", "deferrable", "delete", "distinct", "drop", "else", "escape", "except", "exists",
        "foreign", "from", "group", "having", "in", "index", "insert", "intersect", "into", "is", "isnull", "join", "limit", "not", "notnull", "null", "on", "or", "order", "primary", "references", "returning", "select", "set",
        "table", "then", "to", "transaction", "union", "unique", "update", "using", "values", "when", "where", "cross", "full", "inner", "left", "natural", "outer", "right", "offset", "with", "window", "over");

    /// <summary>Gets the keywords that are offered.</summary>
    public static ImmutableArray<string> Keywords { get; } =
    [
        "all", "alter table", "and", "as", "asc", "begin", "between", "by", "case", "cast", "collate nocase", "commit", "create table", "create view", "cross join", "current_date", "delete from", "desc", "distinct", "drop table", "drop view", "else",
        "end", "escape", "except", "exists", "explain query plan", "filter", "first", "following", "from", "full join", "glob", "group by", "having", "in", "inner join", "insert into", "intersect", "is", "is not null", "is null", "join", "last",
        "left join", "like", "limit", "not", "not in", "null", "nulls", "offset", "on", "or", "order by", "over", "partition by", "preceding", "range", "recursive", "replace", "right join", "rollback", "row", "rows", "select", "set", "table", "then",
        "unbounded", "union", "union all", "update", "using", "values", "when", "where", "window", "with",
    ];

    /// <summary>Gets the functions by name: what their call looks like, and what they return.</summary>
    public static ImmutableSortedDictionary<string, (string Call, string Returns)> Functions { get; } = new Dictionary<string, (string, string)>
    {
        ["abs"] = ("abs(x)", "The absolute value."),
        ["avg"] = ("avg(x)", "The mean of the values that are not null."),
        ["ceil"] = ("ceil(x)", "The smallest whole number that is not below x."),
        ["coalesce"] = ("coalesce(x, y, …)", "The first that is not null."),
        ["concat"] = ("concat(x, …)", "The texts joined; null counts as empty."),
        ["count"] = ("count(*) or count(x)", "The number of rows, or of rows where x is not null."),
        ["cume_dist"] = ("cume_dist() over (…)", "The share of rows up to this one."),
        ["date"] = ("date(time, modifier, …)", "A date as YYYY-MM-DD; modifiers such as '+1 month' move it."),
        ["datetime"] = ("datetime(time, modifier, …)", "A date with its time as YYYY-MM-DD HH:MM:SS."),
        ["dense_rank"] = ("dense_rank() over (…)", "The rank without gaps."),
        ["exp"] = ("exp(x)", "e to the power of x."),
        ["first_value"] = ("first_value(x) over (…)", "The value in the first row of the frame."),
        ["floor"] = ("floor(x)", "The largest whole number that is not above x."),
        ["format"] = ("format(pattern, x, …)", "The values in a pattern of printf."),
        ["group_concat"] = ("group_concat(x, separator)", "The values that are not null, joined."),
        ["ifnull"] = ("ifnull(x, y)", "x, or y where x is null."),
        ["iif"] = ("iif(condition, x, y)", "x where the condition holds, else y."),
        ["instr"] = ("instr(text, part)", "Where the part begins in the text, from 1; 0 where it is not there."),
        ["julianday"] = ("julianday(time, modifier, …)", "A date as a number of days, so that dates can be subtracted."),
        ["lag"] = ("lag(x, rows, default) over (…)", "The value some rows before."),
        ["last_value"] = ("last_value(x) over (…)", "The value in the last row of the frame."),
        ["lead"] = ("lead(x, rows, default) over (…)", "The value some rows after."),
        ["length"] = ("length(text)", "The number of characters."),
        ["ln"] = ("ln(x)", "The natural logarithm."),
        ["log10"] = ("log10(x)", "The logarithm to base 10."),
        ["lower"] = ("lower(text)", "The text with A to Z in lower case."),
        ["ltrim"] = ("ltrim(text, characters)", "The text without spaces, or characters, at its start."),
        ["max"] = ("max(x) or max(x, y, …)", "The largest value."),
        ["min"] = ("min(x) or min(x, y, …)", "The smallest value."),
        ["nth_value"] = ("nth_value(x, n) over (…)", "The value in the nth row of the frame."),
        ["ntile"] = ("ntile(n) over (…)", "The number of the part, of n of equal size, that the row falls into."),
        ["nullif"] = ("nullif(x, y)", "x, or null where the two are equal."),
        ["percent_rank"] = ("percent_rank() over (…)", "The rank as a share, from 0 to 1."),
        ["pow"] = ("pow(x, y)", "x to the power of y."),
        ["rank"] = ("rank() over (…)", "The rank, with gaps after ties."),
        ["replace"] = ("replace(text, part, by)", "The text with every occurrence of a part replaced."),
        ["round"] = ("round(x, digits)", "The value rounded, to whole numbers or to some digits."),
        ["row_number"] = ("row_number() over (…)", "The number of the row, from 1."),
        ["rtrim"] = ("rtrim(text, characters)", "The text without spaces, or characters, at its end."),
        ["sign"] = ("sign(x)", "-1, 0 or 1."),
        ["sqrt"] = ("sqrt(x)", "The square root."),
        ["strftime"] = ("strftime(pattern, time, modifier, …)", "A date by a pattern, such as '%Y-%m'."),
        ["substr"] = ("substr(text, from, length)", "A part of the text; from counts from 1, or from the end where negative."),
        ["sum"] = ("sum(x)", "The sum of the values that are not null; null where there is none."),
        ["total"] = ("total(x)", "The sum as a number with decimals; 0.0 where there is none."),
        ["trim"] = ("trim(text, characters)", "The text without spaces, or characters, at both ends."),
        ["typeof"] = ("typeof(x)", "The type of the value: null, integer, real, text or blob."),
        ["unixepoch"] = ("unixepoch(time, modifier, …)", "A date as seconds since 1970."),
        ["upper"] = ("upper(text)", "The text with a to z in upper case."),
    }.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whether a bare word is a keyword, and no name.</summary>
    public static bool IsReserved(string word) => Reserved.Contains(word);
}
