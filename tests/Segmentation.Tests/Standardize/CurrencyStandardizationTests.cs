using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Standardize;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Standardize;

public sealed class CurrencyStandardizationTests
{
    private static Workspace Mixed => Of(Accounts(
        Texts(Role.AccountId, "a", "b", "c", "d", "e"), Texts(Role.Currency, "US$", "€", "EUR", null, "gold"), Numbers(Role.Arr, 100, 200, 50, 10, 5), Numbers(Role.AnnualRevenue, 1000, 2000, double.NaN, 10, 5)));

    [Fact]
    public void Mixed_currencies_are_reported_with_their_ARR_and_nothing_is_converted()
    {
        var result = CurrencyStandardization.Apply(Mixed);
        Assert.True(result.IsMixed);
        Assert.Equal([100, 200, 50, 10, 5], ((Segmentation.Tables.NumberColumn)result.Workspace.Accounts.Find(Role.Arr)!).Values.ToArray());
        Assert.Equal(["USD", "EUR", "EUR", "", "gold"], Enumerable.Range(0, 5).Select(r => result.Workspace.Accounts.Find(Role.Currency)!.Raw(r)));
        Assert.Equal([("US$", "USD", 100.0), ("gold", null, 5), ("€", "EUR", 200), ("EUR", "EUR", 50), (null, null, 10)],
            result.Rows.OrderBy(r => r.Written switch { "US$" => 0, "gold" => 1, "€" => 2, "EUR" => 3, _ => 4 }).Select(r => (r.Written, r.Code, r.Arr!.Value)));
        Assert.Equal<IEnumerable<string>>(
            ["Amounts stand in EUR, USD beside one another and were not converted: sums of ARR over them mean nothing. Give rates, or look at one currency at a time.", "2 records name no currency that is known: their amounts stay as they are."],
            result.Notes);
    }

    [Fact]
    public void With_rates_amounts_are_converted_and_every_change_is_recorded_and_undone()
    {
        // By hand: 200 EUR at 1.5 are 300 USD, 50 are 75, 2000 are 3000; records without a known currency stay.
        var options = new CurrencyOptions { ConvertTo = "USD", Rates = ImmutableSortedDictionary<string, double>.Empty.Add("EUR", 1.5) };
        var result = CurrencyStandardization.Apply(Mixed, options);
        Assert.False(result.IsMixed);
        Assert.Equal("USD", result.Workspace.Currency);
        Assert.Equal([100, 300, 75, 10, 5], result.Workspace.Accounts.Table.Number("Arr").Values.ToArray());
        Assert.Equal([1000, 3000, double.NaN, 10, 5], result.Workspace.Accounts.Table.Number("AnnualRevenue").Values.ToArray());
        Assert.Contains(result.Changes.Single().Cells, c => c is { Record: "b", Column: "Arr", Before: "200", After: "300", Reason: "currency: EUR to USD at 1.5" });
        Assert.Empty(CurrencyStandardization.Apply(result.Workspace, options).Changes);
        Assert.Equal(Mixed.Accounts.Table.ToCsv(), result.Changes.Single().Undo(result.Workspace.Accounts.Table).ToCsv());
    }

    [Fact]
    public void A_missing_rate_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => CurrencyStandardization.Apply(Mixed, new CurrencyOptions { ConvertTo = "USD" }));
        Assert.StartsWith("There is no rate from EUR to USD; expected a number above 0 for each currency in the exports. Add Rates[\"EUR\"], what one EUR is worth in USD.", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Amounts cannot be converted to 'dollars'", Assert.Throws<ArgumentException>(() => CurrencyStandardization.Apply(Mixed, new CurrencyOptions { ConvertTo = "dollars" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_currency_in_two_spellings_is_not_mixed()
    {
        var result = CurrencyStandardization.Apply(Of(Accounts(Texts(Role.Currency, "USD", "$"), Numbers(Role.Arr, 1, 2))));
        Assert.False(result.IsMixed);
        Assert.Equal("USD", result.Workspace.Currency);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void Without_a_currency_column_that_is_said() =>
        Assert.StartsWith("No column of the accounts", Assert.Single(CurrencyStandardization.Apply(Of(Accounts(Numbers(Role.Arr, 1)))).Notes), StringComparison.Ordinal);
}
