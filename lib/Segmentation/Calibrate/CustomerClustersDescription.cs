using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Clustering;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Describes clusters: sizes, what they are like, the rules that find them, what became of whom the rules find.</summary>
internal sealed class CustomerClustersDescription(CalibrationData data, FeatureCoding coding, CustomerClustersOptions options)
{
    private readonly ImmutableArray<FieldDefinition> definitions = [.. data.Framework.Fields.Where(f => f.Of == EntityKind.Accounts).Select(f => f.Definition)];

    /// <summary>Returns the result for a grouping of the points of the coding.</summary>
    public CustomerClustersResult Of(PointSet points, KMeansResult fit)
    {
        var (k, limits) = (fit.Clusters, data.Framework.Limits);
        var tree = DecisionTree.Fit(coding.Columns, fit.Labels.AsSpan(), options.Tree with { MinimumLeaf = Math.Min(options.Tree.MinimumLeaf, limits.SmallestSegmentError) });
        var rules = new CustomerClustersRules(tree, definitions, coding.Fields, options.Digits);
        var criteria = tree.Labels.Select(rules.Of).ToArray();
        var names = CustomerClustersNames.Of(tree);
        var stability = ClusterStability.Measure(points, fit, options.Stability with { Seed = data.Options.Seed });
        var silhouettes = ClusterQuality.Silhouette(points, fit.Labels.AsSpan(), options.Count.Silhouettes with { Seed = data.Options.Seed }).ByCluster;
        var dimension = Dimension(names, criteria);
        var byRule = dimension is null ? [] : Placed(dimension, data.Today, names);
        var (start, refused) = AtStart(dimension, names);
        var labels = new int[data.Today.Count];
        Array.Fill(labels, -1);
        for (var i = 0; i < coding.Rows.Length; i++) labels[coding.Rows[i]] = fit.Labels[i];
        var paid = Paid(fit.Labels, k);
        var clusters = Enumerable.Range(0, k).Select(c =>
        {
            var rows = coding.Rows.Where((_, i) => fit.Labels[i] == c).ToArray();
            var (watched, outcome, interval) = Became(start, c);
            return new CustomerCluster(names[c], rows.Length)
            {
                Share = (double)rows.Length / points.Count,
                Arr = paid?[c],
                ArrShare = paid is not null && paid.Sum() > 0 ? paid[c] / paid.Sum() : null,
                Silhouette = silhouettes[c],
                Recovery = stability.Clusters[c],
                Rule = criteria[c],
                RuleWords = criteria[c]?.ToWords(definitions),
                Found = byRule.Length == 0 ? 0 : coding.Rows.Count(r => byRule[r] == c),
                Correct = byRule.Length == 0 ? 0 : rows.Count(r => byRule[r] == c),
                ByRule = byRule.Count(b => b == c),
                Watched = watched,
                Outcome = outcome,
                OutcomeInterval = interval,
            };
        });
        return new(data)
        {
            Options = options,
            Features = coding,
            Labels = [.. labels],
            ByRule = [.. byRule],
            Clusters = [.. clusters],
            Dimension = dimension,
            OutcomeRefused = refused,
            Profile = new CustomerClustersProfile { Clusters = [.. names], Rows = [.. Profile(fit.Labels, k)] },
            Separation = [.. coding.Used.Select((f, i) => new CustomerClustersSeparation(f.Name, Separates(coding.Columns[i], f, fit.Labels))).OrderByDescending(s => s.Share)],
            Alike = [.. Twice()],
            Why = string.Empty,
        };
    }

    private static Dimension? Dimension(string[] names, Criterion?[] criteria)
    {
        var segments = names.Zip(criteria).Where(s => s.Second is not null).Select(s => new Segment(s.First, s.Second!) { Standing = new Standing { Evidence = CustomerClustersResult.Evidence } }).ToImmutableArray();
        if (segments.Length < 2) return null;
        var fields = segments.SelectMany(s => s.Criteria.Fields).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kind = DimensionCandidateOptions.Default.Behaviour.Any(fields.Contains) ? DimensionKind.Behavioural : fields.Contains("arr") ? DimensionKind.Value : DimensionKind.Firmographic;
        return new("Customer cluster", kind, EntityKind.Accounts, segments)
        {
            Purpose = "Which customers are alike in several fields at once.",
            Standing = new Standing { Evidence = CustomerClustersResult.Evidence, Question = "Would these groups be served differently, and will people remember the rules?" },
        };
    }

    /// <summary>Returns the cluster that the rules give each record; -1 where none holds or a blank keeps it open.</summary>
    private int[] Placed(Dimension dimension, FrameworkRecords records, string[] names)
    {
        var placed = Assignment.Run(data.Framework with { Dimensions = [dimension], Exclusions = [], Overrides = [], Views = [] }, records).Dimensions[0].Segment;
        int[] cluster = [.. dimension.Segments.Select(s => Array.IndexOf(names, s.Name))];
        return [.. placed.Select(s => s < 0 ? -1 : cluster[s])];
    }

    private (int[] Start, string? Refused) AtStart(Dimension? dimension, string[] names)
    {
        if (dimension is null) return ([], "no rules find the clusters");
        if (data.Window is not { } window) return ([], data.NoWindow?.TrimEnd('.') ?? "nothing is known of what became of the accounts");
        string[] late = [.. dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct().Where(f => data.TimingOf(f) == FeatureTiming.AfterOutcome)];
        return late.Length == 0 ? (Placed(dimension, window.Records, names), null)
            : ([], string.Create(CultureInfo.InvariantCulture, $"{string.Join(" and ", late)} {(late.Length == 1 ? "is" : "are")} known as of {DateColumn.Show(data.Today.AsOf.Date)} only, after the window began"));
    }

    private (int Watched, double? Outcome, Interval? Interval) Became(int[] start, int cluster)
    {
        int[] rows = [.. Enumerable.Range(0, start.Length).Where(r => start[r] == cluster)];
        if (rows.Length == 0) return (0, null, null);
        var window = data.Window!;
        if (options.Outcome == OutcomeMeasure.NetRetention) return (rows.Length, rows.Sum(r => window.ArrAtEnd[r]) / rows.Sum(r => window.Records.Arr!.Values[r]), null);
        var happened = rows.Count(r => options.Outcome == OutcomeMeasure.Expanded ? window.ArrAtEnd[r] > window.Records.Arr!.Values[r] : window.Churned[r]);
        return (rows.Length, (double)happened / rows.Length, ProportionInterval.Wilson(happened, rows.Length, data.Framework.Limits.Confidence));
    }

    private double[]? Paid(ImmutableArray<int> labels, int k)
    {
        if (data.Today.Arr is not { } arr) return null;
        var paid = new double[k];
        for (var i = 0; i < labels.Length; i++)
        {
            if (arr.Values[coding.Rows[i]] > 0) paid[labels[i]] += arr.Values[coding.Rows[i]];
        }

        return paid;
    }

    private IEnumerable<CustomerClustersProfileRow> Profile(ImmutableArray<int> labels, int k)
    {
        var rows = Enumerable.Range(0, k).Select(c => Enumerable.Range(0, labels.Length).Where(i => labels[i] == c).ToArray()).ToArray();
        for (var f = 0; f < coding.Columns.Length; f++)
        {
            var field = coding.Used[f];
            if (coding.Columns[f] is NumericFeature number)
            {
                var scaled = Scaled(number, field);
                yield return new(field.Name, null, Median(number.Values), [.. rows.Select(r => Median(r.Select(i => number.Values[i])))], [.. rows.Select(r => r.Average(i => scaled[i]))]);
            }
            else if (coding.Columns[f] is CategoricalFeature category)
            {
                for (var v = 0; v < category.Categories.Length; v++)
                {
                    var all = (double)category.Codes.Count(c => c == v) / labels.Length;
                    var shares = rows.Select(r => (double)r.Count(i => category.Codes[i] == v) / r.Length).ToImmutableArray();
                    yield return new(field.Name, category.Categories[v], all, shares, [.. shares.Select(s => s - all)]);
                }
            }
        }

        if (data.Today.Arr is not { } arr || coding.Used.Any(f => f.Name.Equals("arr", StringComparison.OrdinalIgnoreCase))) yield break;
        var paid = coding.Rows.Select(r => arr.Values[r] > 0 ? arr.Values[r] : 0).ToArray();
        double[] logs = [.. paid.Select(p => Math.Log(1 + p))];
        var mean = logs.Average();
        var spread = Math.Sqrt(logs.Average(l => (l - mean) * (l - mean)));
        yield return new("arr", null, Median(paid), [.. rows.Select(r => Median(r.Select(i => paid[i])))], [.. rows.Select(r => spread > 0 ? (r.Average(i => logs[i]) - mean) / spread : 0)]);
    }

    private static double[] Scaled(NumericFeature number, FeatureCodingField field)
    {
        var least = field.Kind == FeatureCodingKind.Logarithm ? number.Values.Where(v => v > 0).DefaultIfEmpty(1).Min() : 0;
        return [.. number.Values.Select(v => field.Scale == 0 ? 0 : ((field.Kind == FeatureCodingKind.Logarithm ? Math.Log(Math.Max(v, least)) : v) - field.Mean) / field.Scale)];
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : Quantile.OfSorted(sorted, 0.5);
    }

    /// <summary>Returns the share of a field's spread that lies between the clusters: of a number on its scale, of a category the shared information with the clusters.</summary>
    private static double Separates(TreeFeature column, FeatureCodingField field, ImmutableArray<int> labels)
    {
        if (column is NumericFeature number) return AnalysisOfVariance.Of(Scaled(number, field), labels.AsSpan()).Corrected is var share && double.IsNaN(share) ? 0 : share;
        var category = (CategoricalFeature)column;
        var counts = category.Categories.Select(_ => new int[labels.Max() + 1]).ToArray();
        for (var i = 0; i < labels.Length; i++) counts[category.Codes[i]][labels[i]]++;
        return MutualInformation.Of(counts).Adjusted is var shared && double.IsNaN(shared) ? 0 : Math.Max(0, shared);
    }

    /// <summary>Says which numbers count twice.</summary>
    private IEnumerable<string> Twice()
    {
        var numbers = coding.Used.Select((f, i) => (Field: f, Column: coding.Columns[i])).Where(f => f.Column is NumericFeature).Select(f => (f.Field.Name, Values: Scaled((NumericFeature)f.Column, f.Field))).ToArray();
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var j = i + 1; j < numbers.Length; j++)
            {
                // Both have mean 0 and variance 1.
                var correlation = numbers[i].Values.Zip(numbers[j].Values, (a, b) => a * b).Average();
                if (Math.Abs(correlation) >= options.Alike) yield return string.Create(CultureInfo.InvariantCulture, $"{numbers[i].Name} and {numbers[j].Name} say much the same (correlation {correlation:0.00}): what they share counts twice.");
            }
        }
    }
}
